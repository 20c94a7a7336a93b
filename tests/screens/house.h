/* One machine with one kiosk, made anew for each test: for tests that stop it and start it again,
 * fail its disk, and go behind the staff PIN. */
#ifndef TESTS_SCREENS_HOUSE_H
#define TESTS_SCREENS_HOUSE_H

#include "hands.h"
#include "unit.h"

extern Machine machine;
extern Kiosk *kiosk;
extern App *app;

int house_make(void **state);
int house_remove(void **state);
#define IN_A_HOUSE(test) cmocka_unit_test_setup_teardown(test, house_make, house_remove)

/* The program stops and starts: all that was in memory is gone, the clock goes on. */
void house_stop(void);
void house_start(void);
void house_restart(void);

/* Nothing can be written until it works again: a full or failing disk. */
void house_disk_works(bool works);

/* Other words in the draft that is open, as a change that the kiosk hears of. */
void house_change(const char *words);
/* Whether these words lie on the disk for the draft that is open, and how many drafts do. */
bool house_has(const char *words);
int house_drafts(void);

/* The hold on the mark of Home; a PIN given; one chosen, and the staff page is open. */
extern const char right_pin[], other_pin[];
void house_knock(void);
void house_give_pin(const char *pin);
void house_choose_pin(void);

#endif
