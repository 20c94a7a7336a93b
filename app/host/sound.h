/* One soft tone, so that staff can hear whether the loudspeaker works. The sound is opened for that
 * long only and only to play: nothing listens, and a kiosk that plays nothing opens nothing. */
#ifndef HOST_SOUND_H
#define HOST_SOUND_H

#include "base/err.h"

/* Blocks while it plays, so it is the worker's. ERR_NOT_FOUND when there is no loudspeaker, ERR_IO
 * when one is there and takes nothing. */
Err sound_tone(void);

#endif
