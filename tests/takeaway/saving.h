/* A stick for each test, and saving three files to it through calls that can be made to fail. */
#ifndef TESTS_SAVING_H
#define TESTS_SAVING_H

#include "unit.h"

#include "takeaway/bad_calls.h"
#include "takeaway/save.h"
#include "takeaway/stick_folder.h"

enum { BIG = 40000, FILES = 3 };

extern char big[BIG];
extern const SaveFile files[FILES];
extern char stick[STICK_PATH_SIZE];

/* An empty stick that is well; and it is gone. */
int stick_begin(void **state);
int stick_end(void **state);
#define on_stick(test_) cmocka_unit_test_setup_teardown(test_, stick_begin, stick_end)

/* No fault, and the trace begins anew. */
void well(void);

Err save(int *number);
Err save_to(const char *path, int *number);

/* By the path on the stick. */
void put(const char *name, const char *text);
bool holds(const char *name, const char *text);
bool there(const char *name);
/* That one of the files under that number is all there. */
bool whole(int number, int file);

#endif
