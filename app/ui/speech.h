/* What the interface needs to know of a voice: it is given words and says when they were said. The
 * host has a real one; tests bring one that only listens. */
#ifndef UI_SPEECH_H
#define UI_SPEECH_H

typedef enum SpeechState {
    SPEECH_STILL,  /* nothing was asked of it, or it was stopped */
    SPEECH_SPEAKS, /* or is about to */
    SPEECH_SAID,   /* all that it was given was heard */
    SPEECH_CANNOT  /* there is no voice or no loudspeaker after all */
} SpeechState;

typedef struct Speech {
    void *self;
    /* Begins to say a text, of which it takes a copy; never waits. The next may follow when the
     * state is SPEECH_SAID. */
    void (*say)(void *self, const char *text);
    /* Silent at once; forgets what it was given and gives back all it took. Never waits. */
    void (*stop)(void *self);
    SpeechState (*state)(void *self);
} Speech;

#endif
