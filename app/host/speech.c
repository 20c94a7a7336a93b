/* One sentence at a time: words to sound in memory (about 10 ms), then sound to the device, which
 * asks for it piece by piece. The few names of the library that are used are written down here, so
 * that building needs no package of it either. */
#include "host/speech.h"
#include "base/buf.h"
#include "base/wipe.h"

#include <SDL.h>
#include <dirent.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char library_name[] = "libespeak-ng.so.1";

/* The library's own numbers. */
enum {
    OUTPUT_SYNCHRONOUS = 2,      /* to a function of ours, before the call returns */
    OPTION_DO_NOT_EXIT = 0x8000, /* without its data it says so rather than end the program */
    PARAMETER_RATE = 1,          /* words a minute */
    POSITION_CHARACTER = 1,
    FLAG_UTF8 = 1,
    FLAG_END_PAUSE = 0x1000
};

enum {
    WORDS_A_MINUTE = 150,
    PERIOD = 512,   /* samples that the device asks for at once */
    PATIENCE_S = 3, /* beyond the length of the sound: a device that asks for none is broken */
    LONGEST_S = 120 /* of one sentence: no memory is enough for a voice that does not end */
};

typedef int Hear(short *samples, int count, void *events);

typedef struct Engine {
    void *object;
    bool begun;
    int rate; /* samples a second */
    int (*initialize)(int output, int buffer_ms, const char *path, int options);
    void (*set_callback)(Hear *hear);
    int (*set_voice)(const char *name);
    int (*set_parameter)(int parameter, int value, int relative);
    int (*synth)(const void *text, size_t size, unsigned position, int position_type, unsigned end,
                 unsigned flags, unsigned *id, void *user);
    int (*terminate)(void);
} Engine;

typedef struct Voice {
    Speech speech;
    void (*wake)(void *user);
    void *user;
    pthread_t thread;
    bool running; /* the thread is there */

    /* The thread's own. */
    Engine engine;
    SDL_AudioDeviceID device;
    bool audio;

    pthread_mutex_t lock; /* for what follows */
    pthread_cond_t changed;
    Buf words; /* to be said next; */
    bool asked;
    bool stopping, ending;
    SpeechState state;
    Buf sound;     /* of the words that are being said, */
    size_t played; /* bytes of it that the device has taken */
} Voice;

static Voice *speaking; /* whose sound the library makes: it tells no user to its function */

/* The library gives its sound, a piece at a time; 1: no more of it. */
static int hear(short *samples, int count, void *events) {
    (void)events;
    Voice *voice = speaking;
    pthread_mutex_lock(&voice->lock);
    size_t most = (size_t)voice->engine.rate * LONGEST_S * sizeof *samples;
    bool enough = voice->stopping || voice->ending || voice->sound.len > most;
    if (samples && count > 0 && !enough) {
        buf_add(&voice->sound, samples, (size_t)count * sizeof *samples);
    }
    pthread_mutex_unlock(&voice->lock);
    return enough;
}

/* The device asks for sound, from SDL's thread. */
static void play_piece(void *user, Uint8 *stream, int len) {
    Voice *voice = user;
    size_t wanted = (size_t)len;
    pthread_mutex_lock(&voice->lock);
    size_t left = voice->stopping ? 0 : voice->sound.len - voice->played;
    size_t now = left < wanted ? left : wanted;
    if (now > 0) {
        memcpy(stream, voice->sound.bytes + voice->played, now);
        voice->played += now;
    }
    memset(stream + now, 0, wanted - now);
    if (now > 0 && now == left) {
        pthread_cond_broadcast(&voice->changed);
    }
    pthread_mutex_unlock(&voice->lock);
}

static bool bind(Engine *engine) {
    struct {
        const char *name;
        void *to;
    } names[] = {{"espeak_Initialize", &engine->initialize},
                 {"espeak_SetSynthCallback", &engine->set_callback},
                 {"espeak_SetVoiceByName", &engine->set_voice},
                 {"espeak_SetParameter", &engine->set_parameter},
                 {"espeak_Synth", &engine->synth},
                 {"espeak_Terminate", &engine->terminate}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        void *found = SDL_LoadFunction(engine->object, names[i].name);
        if (!found) {
            return false;
        }
        memcpy(names[i].to, &found, sizeof found);
    }
    return true;
}

static void close_engine(Engine *engine) {
    if (engine->begun) {
        engine->terminate();
    }
    if (engine->object) {
        SDL_UnloadObject(engine->object); /* and with it the words in its own buffers */
    }
    *engine = (Engine){0};
}

/* British English by the names that the voice has gone by. */
static bool choose_voice(const Engine *engine) {
    static const char *const names[] = {"gmw/en", "English_(Great_Britain)", "en-gb"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (engine->set_voice(names[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* Begun a second time without having been away, the library waits for itself for ever when it ends.
 * Somebody else who holds it would keep it here. */
static bool is_loaded(void) {
    void *object = dlopen(library_name, RTLD_NOW | RTLD_NOLOAD);
    if (object) {
        dlclose(object);
    }
    return object != NULL;
}

static bool open_engine(Engine *engine) {
    if (engine->begun) {
        return true;
    }
    if (is_loaded()) {
        return false;
    }
    engine->object = SDL_LoadObject(library_name);
    if (!engine->object || !bind(engine)) {
        return false;
    }
    engine->rate = engine->initialize(OUTPUT_SYNCHRONOUS, 0, NULL, OPTION_DO_NOT_EXIT);
    engine->begun = engine->rate > 0;
    if (!engine->begun || !choose_voice(engine)) {
        return false;
    }
    engine->set_callback(hear);
    return engine->set_parameter(PARAMETER_RATE, WORDS_A_MINUTE, 0) == 0;
}

static bool open_device(Voice *voice) {
    if (voice->device) {
        return true;
    }
    voice->audio = voice->audio || SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    SDL_AudioSpec wanted;
    memset(&wanted, 0, sizeof wanted);
    wanted.freq = voice->engine.rate;
    wanted.format = AUDIO_S16SYS;
    wanted.channels = 1;
    wanted.samples = PERIOD;
    wanted.callback = play_piece;
    wanted.userdata = voice;
    voice->device = voice->audio ? SDL_OpenAudioDevice(NULL, 0 /* to play */, &wanted, NULL, 0) : 0;
    if (voice->device) {
        SDL_PauseAudioDevice(voice->device, 0);
    }
    return voice->device != 0;
}

/* All that was open and all that was said. */
static void rest(Voice *voice) {
    if (voice->device) {
        SDL_CloseAudioDevice(voice->device);
        voice->device = 0;
    }
    if (voice->audio) {
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        voice->audio = false;
    }
    close_engine(&voice->engine);
    pthread_mutex_lock(&voice->lock);
    buf_done(&voice->sound);
    voice->played = 0;
    pthread_mutex_unlock(&voice->lock);
    wipe_stack();
}

/* Until the device has taken all of it, or nobody wants to hear it any more. Called locked. */
static bool wait_until_played(Voice *voice) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    size_t second = (size_t)voice->engine.rate * sizeof(int16_t);
    until.tv_sec += (time_t)(voice->sound.len / second) + PATIENCE_S;
    int late = 0;
    while (voice->played < voice->sound.len && !voice->stopping && !voice->ending && late == 0) {
        late = pthread_cond_timedwait(&voice->changed, &voice->lock, &until);
    }
    return late == 0;
}

static bool say_words(Voice *voice, const Buf *words) {
    if (!open_engine(&voice->engine)) {
        return false;
    }
    speaking = voice;
    pthread_mutex_lock(&voice->lock);
    buf_clear(&voice->sound);
    voice->played = 0;
    pthread_mutex_unlock(&voice->lock);
    bool made = voice->engine.synth(buf_string(words), words->len + 1, 0, POSITION_CHARACTER, 0,
                                    FLAG_UTF8 | FLAG_END_PAUSE, NULL, NULL) == 0;
    made = made && open_device(voice);
    pthread_mutex_lock(&voice->lock);
    bool played = made && wait_until_played(voice);
    pthread_mutex_unlock(&voice->lock);
    return played;
}

static void *work(void *self) {
    Voice *voice = self;
    pthread_mutex_lock(&voice->lock);
    while (!voice->ending) {
        if (voice->stopping) {
            pthread_mutex_unlock(&voice->lock);
            rest(voice);
            pthread_mutex_lock(&voice->lock);
            voice->stopping = false;
        } else if (voice->asked) {
            Buf words = voice->words;
            voice->words = (Buf){0};
            voice->asked = false;
            pthread_mutex_unlock(&voice->lock);
            bool said = say_words(voice, &words);
            buf_done(&words);
            pthread_mutex_lock(&voice->lock);
            if (!voice->stopping && !voice->ending) {
                voice->state = said ? SPEECH_SAID : SPEECH_CANNOT;
                voice->wake(voice->user);
            }
        } else {
            pthread_cond_wait(&voice->changed, &voice->lock);
        }
    }
    pthread_mutex_unlock(&voice->lock);
    rest(voice);
    SDL_TLSCleanup(); /* what SDL keeps for a thread that it did not make */
    return NULL;
}

static void say(void *self, const char *text) {
    Voice *voice = self;
    pthread_mutex_lock(&voice->lock);
    buf_clear(&voice->words);
    buf_text(&voice->words, text);
    voice->asked = true;
    voice->state = SPEECH_SPEAKS;
    if (!voice->running) {
        voice->running = pthread_create(&voice->thread, NULL, work, voice) == 0;
    }
    if (!voice->running) {
        voice->state = SPEECH_CANNOT;
        voice->wake(voice->user);
    }
    pthread_cond_broadcast(&voice->changed);
    pthread_mutex_unlock(&voice->lock);
}

static void stop(void *self) {
    Voice *voice = self;
    pthread_mutex_lock(&voice->lock);
    buf_done(&voice->words);
    voice->asked = false;
    voice->stopping = voice->running;
    voice->state = SPEECH_STILL;
    pthread_cond_broadcast(&voice->changed);
    pthread_mutex_unlock(&voice->lock);
}

static SpeechState state(void *self) {
    Voice *voice = self;
    pthread_mutex_lock(&voice->lock);
    SpeechState now = voice->state;
    pthread_mutex_unlock(&voice->lock);
    return now;
}

static bool library_here(void) {
    static const char *const folders[] = {TP_LIBRARIES, "/usr/lib", "/usr/local/lib"};
    char path[256];
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        SDL_snprintf(path, sizeof path, "%s/%s", folders[i], library_name);
        if (access(path, R_OK) == 0) {
            return true;
        }
    }
    return false;
}

/* 'pcmC0D0p' is something that plays, for those who may; what only listens ends in c. */
static bool plays(int folder, const char *name) {
    size_t len = strlen(name);
    return strncmp(name, "pcm", 3) == 0 && name[len - 1] == 'p' &&
           faccessat(folder, name, W_OK, 0) == 0;
}

static bool loudspeaker_here(void) {
    if (getenv("SDL_AUDIODRIVER")) {
        return true; /* somebody has chosen one */
    }
    DIR *folder = opendir("/dev/snd");
    bool here = false;
    for (const struct dirent *entry; folder && !here && (entry = readdir(folder));) {
        here = plays(dirfd(folder), entry->d_name);
    }
    if (folder) {
        closedir(folder);
    }
    return here;
}

bool speech_here(void) {
    return loudspeaker_here() && library_here();
}

Speech *speech_open(void (*wake)(void *user), void *user) {
    Voice *voice = calloc(1, sizeof *voice);
    if (!voice) {
        abort();
    }
    voice->speech = (Speech){voice, say, stop, state};
    voice->wake = wake;
    voice->user = user;
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&voice->changed, &monotonic);
    pthread_condattr_destroy(&monotonic);
    pthread_mutex_init(&voice->lock, NULL);
    return &voice->speech;
}

void speech_close(Speech *speech) {
    if (!speech) {
        return;
    }
    Voice *voice = speech->self;
    pthread_mutex_lock(&voice->lock);
    voice->ending = true;
    pthread_cond_broadcast(&voice->changed);
    pthread_mutex_unlock(&voice->lock);
    if (voice->running) {
        pthread_join(voice->thread, NULL);
    }
    pthread_cond_destroy(&voice->changed);
    pthread_mutex_destroy(&voice->lock);
    buf_done(&voice->words);
    free(voice);
}
