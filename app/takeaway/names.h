/* The names of what we put on a stick: TALKING-POINTS/outcomes-001.html and the like. Nothing of a
 * family is ever in a name; all of them are fit for FAT. */
#ifndef TAKEAWAY_NAMES_H
#define TAKEAWAY_NAMES_H

#include <stdbool.h>

#define STICK_FOLDER "TALKING-POINTS"

enum { NUMBER_MOST = 999, STICK_FILE_NAME_SIZE = 32 };

/* "outcomes-007.html", with temporary "outcomes-007.html.tmp". */
void file_name(int number, const char *suffix, bool temporary, char out[STICK_FILE_NAME_SIZE]);

/* The number of a name that is 'outcomes-NNN.' and anything, whatever its case; 0 for others. */
int name_number(const char *name);

/* True for the temporary names that this program makes, and for nothing else. */
bool name_is_temporary(const char *name);

/* The name that a temporary file gets when it is whole. */
void name_final(const char *temporary, char out[STICK_FILE_NAME_SIZE]);

#endif
