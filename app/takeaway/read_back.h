/* Reading a written file again and comparing it with what it should be. */
#ifndef TAKEAWAY_READ_BACK_H
#define TAKEAWAY_READ_BACK_H

#include "takeaway/calls.h"

/* 0 when outcomes-NNN.SUFFIX of the open folder holds exactly the bytes of file; else the errno of
 * the call that did not work, EIO when the bytes are others. */
int read_back(const StickCalls *calls, int folder, int number, const SaveFile *file);

#endif
