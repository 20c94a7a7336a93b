/* Growth by doubling; the old bytes are wiped by hand since realloc would leave a copy behind. */
#include "base/buf.h"
#include "base/wipe.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SIZE = 256 };

static void make_room(Buf *buf, size_t more) {
    size_t need = buf->len + more + 1;
    if (need <= buf->size) {
        return;
    }
    size_t size = buf->size ? buf->size : FIRST_SIZE;
    while (size < need) {
        size *= 2;
    }
    char *bytes = malloc(size);
    if (!bytes) {
        abort();
    }
    if (buf->bytes) {
        memcpy(bytes, buf->bytes, buf->len);
        wipe(buf->bytes, buf->size);
        free(buf->bytes);
    }
    bytes[buf->len] = '\0';
    buf->bytes = bytes;
    buf->size = size;
}

void buf_add(Buf *buf, const void *bytes, size_t len) {
    make_room(buf, len);
    if (len > 0) {
        memcpy(buf->bytes + buf->len, bytes, len);
    }
    buf->len += len;
    buf->bytes[buf->len] = '\0';
}

void buf_text(Buf *buf, const char *text) {
    buf_add(buf, text, strlen(text));
}

void buf_char(Buf *buf, char c) {
    buf_add(buf, &c, 1);
}

void buf_print(Buf *buf, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(len >= 0);
    make_room(buf, (size_t)len);
    vsnprintf(buf->bytes + buf->len, (size_t)len + 1, format, again);
    va_end(again);
    buf->len += (size_t)len;
}

char *buf_room(Buf *buf, size_t size) {
    make_room(buf, size);
    return buf->bytes + buf->len;
}

void buf_took(Buf *buf, size_t len) {
    assert(len < buf->size - buf->len);
    buf->len += len;
    buf->bytes[buf->len] = '\0';
}

void buf_cut(Buf *buf, size_t len) {
    assert(len <= buf->len);
    if (len < buf->len) {
        wipe(buf->bytes + len, buf->len - len);
        buf->len = len;
    }
}

const char *buf_string(const Buf *buf) {
    return buf->bytes ? buf->bytes : "";
}

void buf_clear(Buf *buf) {
    buf_cut(buf, 0);
}

void buf_done(Buf *buf) {
    if (buf->bytes) {
        wipe(buf->bytes, buf->size);
        free(buf->bytes);
    }
    *buf = (Buf){0};
}
