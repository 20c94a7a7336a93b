/* Two words over the manager's socket. */
#include "host/notify.h"

#include <systemd/sd-daemon.h>

enum {
    US_PER_MS = 1000,
    /* A sleeping loop is woken after two thirds of the time that the manager allows. One that was
     * touched tells at most each sixth: after a last touch nothing wakes it for half of that time.
     */
    SLEEP_NUMERATOR = 2,
    SLEEP_DENOMINATOR = 3,
    REST_PARTS = 4 /* of a sleep */
};

Notify notify_begin(void) {
    uint64_t allowed_us = 0;
    Notify notify = {.ready = false};
    if (sd_watchdog_enabled(0, &allowed_us) > 0) {
        notify.every_ms = (int64_t)(allowed_us / US_PER_MS * SLEEP_NUMERATOR / SLEEP_DENOMINATOR);
    }
    return notify;
}

void notify_turn(Notify *notify, int64_t now_ms) {
    if (!notify->ready) {
        notify->ready = true;
        notify->told_ms = now_ms;
        sd_notify(0, "READY=1");
    } else if (notify->every_ms > 0 && now_ms - notify->told_ms >= notify->every_ms / REST_PARTS) {
        notify->told_ms = now_ms;
        sd_notify(0, "WATCHDOG=1");
    }
}

int64_t notify_until(const Notify *notify, int64_t until_ms) {
    if (notify->every_ms <= 0) {
        return until_ms;
    }
    int64_t due_ms = notify->told_ms + notify->every_ms;
    return until_ms >= 0 && until_ms < due_ms ? until_ms : due_ms;
}
