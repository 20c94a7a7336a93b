/* The least that shows a window of SDL. */
#ifndef TESTS_BENCH_BLANK_WINDOW_H
#define TESTS_BENCH_BLANK_WINDOW_H

#include <SDL.h>

static inline void blank_window(int w, int h) {
    SDL_Init(SDL_INIT_VIDEO);
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_Window *window = SDL_CreateWindow("", 0, 0, w, h, 0);
    SDL_FillRect(SDL_GetWindowSurface(window), NULL, UINT32_MAX);
    SDL_UpdateWindowSurface(window);
    SDL_Quit();
}

#endif
