/* `talking-points check`: one statement a line in, one line out. Any bytes may come in.
 *
 * Plain: 'good' or 'not_good', TAB, faults joined by commas, TAB, the text as it came. Bytes that
 * are not UTF-8 go out as they came in; NUL and carriage return become a space, so that one line
 * in is one line out for every reader. JSON: one object a line, invalid bytes as U+FFFD, 'from'
 * and 'to' are byte offsets into the line as it came in; 'words' are those bytes. Where words tell
 * of harm to somebody, 'care' is true and there are no findings: the kiosk shows its calm card. */
#ifndef CHECK_COMMAND_H
#define CHECK_COMMAND_H

#include "outcome/check.h"

#include <stdbool.h>
#include <stdio.h>

/* Reads in to its end. 0, or 3 when in or out could not be read or written. */
int check_command(const Rules *rules, FILE *in, FILE *out, bool as_json);

#endif
