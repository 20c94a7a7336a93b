/* Which outcomes of a draft hold something that the family said. */
#ifndef TAKEAWAY_SAID_H
#define TAKEAWAY_SAID_H

#include "outcome/draft.h"

/* False for an empty one, and for a new one that holds only the hope carried over into it. */
bool said_outcome(const Draft *draft, int index);

int said_count(const Draft *draft);

#endif
