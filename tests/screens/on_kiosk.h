/* A test that drives one kiosk without a machine of its own: the house's, opened before the test
 * and closed behind it. */
#ifndef TESTS_SCREENS_ON_KIOSK_H
#define TESTS_SCREENS_ON_KIOSK_H

#include "house.h"

int kiosk_set_up(void **state);
int kiosk_tear_down(void **state);
#define on_kiosk(test_) cmocka_unit_test_setup_teardown(test_, kiosk_set_up, kiosk_tear_down)

#endif
