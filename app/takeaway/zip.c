/* Local headers, table of contents and end record by the .ZIP File Format Specification, the parts
 * that a stored file needs. Owns the table until the end; copies nothing else. */
#include "takeaway/zip.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum { NEEDS_VERSION = 20, FIRST_DAY = 1 << 5 | 1, STORED = 0, MOST = 1 << 30, BYTE = 8 };

static const uint32_t local_mark = 0x04034B50, list_mark = 0x02014B50, end_mark = 0x06054B50;

/* The number with its lowest byte first. */
static void add_number(Buf *out, uint32_t number, int bytes) {
    for (; bytes > 0; bytes--, number >>= BYTE) {
        buf_char(out, (char)(number & UINT8_MAX));
    }
}

static uint32_t crc_32(const char *bytes, size_t len) {
    const uint32_t polynomial = 0xEDB88320;
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < len; i++) {
        crc ^= (unsigned char)bytes[i];
        for (int bit = 0; bit < BYTE; bit++) {
            crc = crc >> 1 ^ (crc & 1 ? polynomial : 0);
        }
    }
    return ~crc;
}

/* What a local header and a line of the table have in common. */
static void add_about(Buf *out, const char *name, uint32_t crc, size_t len) {
    add_number(out, NEEDS_VERSION, 2);
    add_number(out, 0, 2); /* flags */
    add_number(out, STORED, 2);
    add_number(out, 0, 2); /* midnight */
    add_number(out, FIRST_DAY, 2);
    add_number(out, crc, 4);
    add_number(out, (uint32_t)len, 4); /* packed */
    add_number(out, (uint32_t)len, 4);
    add_number(out, (uint32_t)strlen(name), 2);
    add_number(out, 0, 2); /* no extra field */
}

void zip_begin(Zip *zip, Buf *out) {
    *zip = (Zip){.out = out, .start = out->len};
}

void zip_add(Zip *zip, const char *name, const char *bytes, size_t len) {
    assert(len < MOST && zip->out->len < MOST && zip->count < UINT16_MAX);
    uint32_t at = (uint32_t)(zip->out->len - zip->start), crc = crc_32(bytes, len);
    add_number(zip->out, local_mark, 4);
    add_about(zip->out, name, crc, len);
    buf_text(zip->out, name);
    buf_add(zip->out, bytes, len);

    add_number(&zip->list, list_mark, 4);
    add_number(&zip->list, NEEDS_VERSION, 2); /* made by */
    add_about(&zip->list, name, crc, len);
    add_number(&zip->list, 0, 2); /* no remark */
    add_number(&zip->list, 0, 2); /* first disk */
    add_number(&zip->list, 0, 2); /* of no kind */
    add_number(&zip->list, 0, 4); /* no rights */
    add_number(&zip->list, at, 4);
    buf_text(&zip->list, name);
    zip->count++;
}

void zip_end(Zip *zip) {
    uint32_t at = (uint32_t)(zip->out->len - zip->start), size = (uint32_t)zip->list.len;
    buf_add(zip->out, buf_string(&zip->list), zip->list.len);
    add_number(zip->out, end_mark, 4);
    add_number(zip->out, 0, 2); /* one disk */
    add_number(zip->out, 0, 2);
    add_number(zip->out, (uint32_t)zip->count, 2);
    add_number(zip->out, (uint32_t)zip->count, 2);
    add_number(zip->out, size, 4);
    add_number(zip->out, at, 4);
    add_number(zip->out, 0, 2); /* no remark */
    buf_done(&zip->list);
}
