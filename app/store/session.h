/* The key of the visit in memory-backed run-time storage, so that a visit returns by itself after a
 * crash. A power cut takes it: then the five words open the draft.
 *
 * The folder is given by the caller ($RUNTIME_DIRECTORY, $XDG_RUNTIME_DIR); the file in it has mode
 * 0600 and holds the key and nothing else of the family. */
#ifndef STORE_SESSION_H
#define STORE_SESSION_H

#include "base/err.h"
#include "store/key.h"

/* Keeps the key for the next start. ERR_NOT_OURS when the folder lies on a disk: a key must never
 * reach one. */
Err session_save(const char *folder, const DraftKey *key);

/* The key that an interrupted visit left; it stays for the next crash. ERR_NOT_FOUND when there is
 * none, and also after three takes without a session_save: a draft that brings the program down
 * must not do so for ever. ERR_DAMAGED when the file is not as it was written (it is removed). */
Err session_take(const char *folder, DraftKey *key);

/* Overwrites and removes it. OK when there is none. */
Err session_drop(const char *folder);

#endif
