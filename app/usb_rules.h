/* Which devices on USB the operator allows beside sticks and touch screens: names of vendor and
 * product as 'lsusb' tells them, and the rules for udev that mark them. Plugs nothing in itself. */
#ifndef USB_RULES_H
#define USB_RULES_H

#include "base/buf.h"

#include <stdbool.h>

/* True when text is nothing but names, "0eef:0005 1a2c:0e24"; an empty one names no device. */
bool usb_names_good(const char *text);

/* One rule a device. names is good, or NULL for none. */
void usb_rules(const char *names, Buf *out);

#endif
