/* A sine that swells and fades: no file, no click. */
#include "host/sound.h"

#include <SDL.h>
#include <math.h>
#include <string.h>

enum {
    RATE = 48000, /* samples a second */
    TONE_MS = 800,
    FADE_MS = 100,
    SECOND_MS = 1000,
    SAMPLES = RATE / SECOND_MS * TONE_MS,
    FADE = RATE / SECOND_MS * FADE_MS,
    PERIOD = 1024, /* samples the device takes at once */
    LOOK_MS = 20,
    PATIENCE_MS = 3 * TONE_MS
};

static const float pitch_hz = 440, loud = 6000; /* of 32767 */

static void fill(Sint16 out[SAMPLES]) {
    for (int i = 0; i < SAMPLES; i++) {
        int to_edge = i < SAMPLES - 1 - i ? i : SAMPLES - 1 - i;
        float fade = to_edge < FADE ? (float)to_edge / (float)FADE : 1;
        float turn = (float)i * pitch_hz / (float)RATE;
        out[i] = (Sint16)(loud * fade * sinf(2 * (float)M_PI * turn));
    }
}

/* Until the device has taken all of it, and its last piece has been heard. */
static Err wait_for(SDL_AudioDeviceID device) {
    Uint32 waited = 0;
    for (; SDL_GetQueuedAudioSize(device) > 0 && waited < PATIENCE_MS; waited += LOOK_MS) {
        SDL_Delay(LOOK_MS);
    }
    SDL_Delay(FADE_MS);
    return SDL_GetQueuedAudioSize(device) > 0 ? ERR_IO : OK;
}

static Err play(void) {
    SDL_AudioSpec asked;
    memset(&asked, 0, sizeof asked);
    asked.freq = RATE;
    asked.format = AUDIO_S16SYS;
    asked.channels = 1;
    asked.samples = PERIOD;
    SDL_AudioDeviceID device = SDL_OpenAudioDevice(NULL, 0 /* to play */, &asked, NULL, 0);
    if (device == 0) {
        return ERR_NOT_FOUND;
    }
    static Sint16 samples[SAMPLES];
    fill(samples);
    Err err = SDL_QueueAudio(device, samples, sizeof samples) == 0 ? OK : ERR_IO;
    SDL_PauseAudioDevice(device, 0);
    err = err == OK ? wait_for(device) : err;
    SDL_CloseAudioDevice(device);
    return err;
}

Err sound_tone(void) {
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        return ERR_NOT_FOUND;
    }
    Err err = play();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    return err;
}
