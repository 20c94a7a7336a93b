#include "takeaway/saving.h"

#include "takeaway/names.h"

#include <stdio.h>
#include <unistd.h>

char big[BIG];
const SaveFile files[FILES] = {
    {"html", big, BIG}, {"docx", big, 777}, {"json", "{\"complete\":true}", 17}};
char stick[STICK_PATH_SIZE];

void well(void) {
    memset(&fault, 0, sizeof fault);
}

int stick_begin(void **state) {
    (void)state;
    for (int i = 0; i < BIG; i++) {
        big[i] = (char)(i * 31 + i / 251);
    }
    well();
    stick_make(stick);
    return 0;
}

int stick_end(void **state) {
    (void)state;
    stick_remove(stick);
    return 0;
}

Err save_to(const char *path, int *number) {
    StickCalls calls = bad_calls();
    return takeaway_save(&calls, path, files, FILES, NULL, NULL, number);
}

Err save(int *number) {
    return save_to(stick, number);
}

void put(const char *name, const char *text) {
    stick_put(stick, name, text, strlen(text));
}

bool holds(const char *name, const char *text) {
    return stick_holds(stick, name, text, strlen(text));
}

bool there(const char *name) {
    char full[STICK_PATH_SIZE + 64];
    snprintf(full, sizeof full, "%s/%s", stick, name);
    return access(full, F_OK) == 0;
}

bool whole(int number, int file) {
    char name[64] = STICK_FOLDER "/";
    file_name(number, files[file].suffix, false, name + strlen(name));
    return stick_holds(stick, name, files[file].bytes, files[file].len);
}
