/* The kiosk of the test that runs. */
#include "on_kiosk.h"

#include <stdlib.h>

int kiosk_set_up(void **state) {
    (void)state;
    kiosk = calloc(1, sizeof *kiosk);
    assert_non_null(kiosk);
    kiosk_open(kiosk, NULL);
    app = kiosk->app;
    return 0;
}

int kiosk_tear_down(void **state) {
    (void)state;
    kiosk_close(kiosk);
    free(kiosk);
    kiosk = NULL;
    app = NULL;
    return 0;
}
