/* What a walk hears: a voice that makes no sound. It says a thing until the walk has heard it. */
#include "walk_inside.h"

#include <string.h>

static void say(void *self, const char *text) {
    Walk *walk = self;
    buf_clear(&walk->said);
    buf_text(&walk->said, text);
    walk->speech_state = SPEECH_SPEAKS;
}

static void stop(void *self) {
    Walk *walk = self;
    buf_clear(&walk->said);
    walk->speech_state = SPEECH_STILL;
}

static SpeechState state(void *self) {
    return ((const Walk *)self)->speech_state;
}

/* What the voice has to tell comes to the App as it does from its thread: by waking it. */
static void tell(Walk *walk, SpeechState now) {
    Input input = {.kind = INPUT_WAKE, .at_ms = walk->app->clock.now_ms};
    walk->speech_state = now;
    app_listen_next(walk->app);
    app_input(walk->app, &input);
    walk_settle(walk);
}

bool walk_voice(Walk *walk, const char *what) {
    if (strcmp(what, "here") == 0) {
        walk->speech = (Speech){walk, say, stop, state};
        walk->speech_here = true;
        walk->app->speech = &walk->speech;
        app_frame(walk->app);
        return true;
    }
    if (strcmp(what, "fails") == 0 && walk->app->listen.on) {
        tell(walk, SPEECH_CANNOT);
        return true;
    }
    return walk_fail(walk, "a voice cannot '%s' now", what);
}

bool walk_hear(Walk *walk, const char *words) {
    const char *said = buf_string(&walk->said);
    if (walk->speech_state != SPEECH_SPEAKS || !strstr(said, words)) {
        return walk_fail(walk, "\"%s\" is said, not \"%s\"", said, words);
    }
    tell(walk, SPEECH_SAID);
    return true;
}

bool walk_quiet(const Walk *walk) {
    return walk->speech_state != SPEECH_SPEAKS ||
           walk_fail(walk, "\"%s\" is said", buf_string(&walk->said));
}
