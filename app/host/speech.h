/* The voice: espeak-ng, which is not linked but opened when somebody first listens, so that a kiosk
 * without it is one without the button, and nobody else pays for it.
 *
 * A thread of its own makes sound of the words and plays it. Library, loudspeaker and sound are
 * there only from the first words to the stop; then nothing is open and nothing that was said is
 * left. It never records and never writes a file. */
#ifndef HOST_SPEECH_H
#define HOST_SPEECH_H

#include "ui/speech.h"

#include <stdbool.h>

/* The library and a loudspeaker seem to be there: a look at two folders, nothing is opened. */
bool speech_here(void);

/* A voice that calls wake, from its thread, when it has something to tell. Nothing is opened yet.
 * Stops the program when there is no memory. */
Speech *speech_open(void (*wake)(void *user), void *user);
void speech_close(Speech *speech); /* NULL is fine */

#endif
