/* An empty window of a program that links SDL and nothing else: what the first page is compared
 * with at its barest. */
#include <SDL.h>

enum { W = 1280, H = 800 };

int main(int argc, char **argv) {
    (void)argc;
    (void)argv;
    SDL_Init(SDL_INIT_VIDEO);
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_Window *window = SDL_CreateWindow("", 0, 0, W, H, 0);
    SDL_FillRect(SDL_GetWindowSurface(window), NULL, UINT32_MAX);
    SDL_UpdateWindowSurface(window);
    SDL_Quit();
    return 0;
}
