/* A draft turned into bytes that only its key opens: compact JSON, padded to whole 4 KiB so that
 * its length tells little, XChaCha20-Poly1305 with a random nonce. What stands beside it in the
 * row is authenticated with it, so a row cannot be moved to another place. */
#ifndef STORE_SEAL_H
#define STORE_SEAL_H

#include "base/buf.h"
#include "base/err.h"
#include "outcome/draft.h"
#include "store/key.h"

#include <stdint.h>

enum { SEAL_CIPHER = 1, SEAL_NONCE = 24, SEAL_PAD = 4096 };

typedef struct Sealed {
    int slot;           /* 0 or 1 */
    int64_t generation; /* grows with each save */
    int cipher;         /* SEAL_CIPHER */
    int body;           /* DRAFT_SCHEMA of the JSON inside */
    unsigned char nonce[SEAL_NONCE];
    Buf box;
} Sealed;

/* Fills cipher, body, nonce and box; slot and generation are the caller's. */
void seal_close(const DraftKey *key, const Draft *draft, Sealed *sealed);

/* ERR_DAMAGED when it does not open with this key, or holds no draft; ERR_NEWER when a newer
 * program sealed it. */
Err seal_open(const DraftKey *key, const Sealed *sealed, Draft *draft);

void seal_done(Sealed *sealed);

#endif
