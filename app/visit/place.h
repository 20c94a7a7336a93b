/* About the place: who helps parents there, and how to reach them. content/place.json says it for
 * all, the operator's kiosk.json for one place, staff on the staff page over both: field by field,
 * until they put it back. */
#ifndef VISIT_PLACE_H
#define VISIT_PLACE_H

#include "library/library.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum PlaceField {
    PLACE_NAME,
    PLACE_SERVICE,
    PLACE_PHONE,
    PLACE_TEXT,
    PLACE_EMAIL,
    PLACE_WEBSITE,
    PLACE_DROP_IN,
    PLACE_FIELDS
} PlaceField;

enum { PLACE_LINE = 201 }; /* bytes of a field, with its end */

/* Lives in the App: library->place points into it. */
typedef struct Place {
    PlaceInfo file;  /* what the files say */
    PlaceInfo shown; /* with what staff said */
    bool said[PLACE_FIELDS];
    char text[PLACE_FIELDS][PLACE_LINE];
} Place;

/* As the operator's file names them. */
extern const char *const place_names[PLACE_FIELDS + 1];

const char **place_field(PlaceInfo *place, PlaceField field);

const char *place_text(const Place *place, PlaceField field); /* as it is shown */

/* One line that may stand on a screen: UTF-8 that fits a field, without { } (they mark what is
 * filled in) and without what cannot be seen. */
bool place_line(const char *text, size_t len);

/* The same out of any bytes: what may not stand there is left out. out has PLACE_LINE bytes. */
void place_tidy(const char *text, char *out);

/* Whether that says more than the files: not what they say anyhow, nor that there is no
 * service or no number to call. */
bool place_differs(Place *place, PlaceField field, const char *text);

/* Staff's words over the files', which may be empty; NULL takes them back. */
void place_say(Place *place, PlaceField field, const char *text);

#endif
