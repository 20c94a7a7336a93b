/* What an interrupted visit leaves in memory-backed run-time storage, so that it returns by itself
 * after a crash. A power cut takes all of it: then the five words open a kept draft.
 *
 * The folder is given by the caller ($RUNTIME_DIRECTORY, $XDG_RUNTIME_DIR). Two files of mode 0600:
 * the key of the visit, and, of a draft that was not kept, its newest state sealed under that key.
 * Without the key the other is nothing, and the key is overwritten when the visit ends. */
#ifndef STORE_SESSION_H
#define STORE_SESSION_H

#include "base/err.h"
#include "outcome/draft.h"
#include "store/key.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Session {
    DraftKey key;       /* of the kept draft, or of this visit alone */
    int64_t touched_ms; /* monotonic: when somebody last touched the screen, or it was covered */
    bool kept;          /* the key opens a draft of the store; else session_held has it */
    bool covered;       /* nobody was to see it */
    int takes;          /* starts in a row that took it */
} Session;

/* Keeps it for the next start. ERR_NOT_OURS when the folder lies on a disk: a key must never reach
 * one. */
Err session_save(const char *folder, const Session *session);

/* Is there one? Costs one look: whether it can be used only session_take tells. */
bool session_left(const char *folder);

/* What an interrupted visit left, with one more take; it stays for the next crash. ERR_NOT_FOUND
 * when there is none, and also after three takes without a session_save that counts anew: a draft
 * that brings the program down must not do so for ever. ERR_DAMAGED when the file is not as it was
 * written (it is removed). */
Err session_take(const char *folder, Session *out);

/* The draft of a visit that is not kept: sealed, replaced as a whole. */
Err session_hold(const char *folder, const DraftKey *key, const Draft *draft);
Err session_held(const char *folder, const DraftKey *key, Draft *draft);

/* Overwrites the key and removes both. OK when there is none. */
Err session_drop(const char *folder);

#endif
