/* minizip, told to write into a Buf. Owns its zip until the end. */
#include "takeaway/zip.h"

#include <minizip/zip.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static voidpf begin(voidpf zip, const void *name, int mode) {
    (void)name;
    (void)mode;
    return zip;
}

static uLong read_nothing(voidpf user, voidpf stream, void *bytes, uLong len) {
    (void)user;
    (void)stream;
    (void)bytes;
    (void)len;
    return 0;
}

/* It goes back to put a file's sum and length in front of it. */
static uLong put(voidpf user, voidpf stream, const void *bytes, uLong len) {
    (void)stream;
    Zip *zip = user;
    size_t there = zip->out->len - zip->at;
    size_t over = len < there ? len : there;
    if (over > 0) {
        memcpy(zip->out->bytes + zip->at, bytes, over);
    }
    buf_add(zip->out, (const char *)bytes + over, len - over);
    zip->at += len;
    return len;
}

static ZPOS64_T tell(voidpf user, voidpf stream) {
    (void)stream;
    const Zip *zip = user;
    return zip->at - zip->start;
}

static long go(voidpf user, voidpf stream, ZPOS64_T offset, int origin) {
    (void)stream;
    Zip *zip = user;
    size_t from = origin == SEEK_SET ? zip->start : origin == SEEK_CUR ? zip->at : zip->out->len;
    zip->at = from + offset;
    return 0;
}

static int all_well(voidpf user, voidpf stream) {
    (void)user;
    (void)stream;
    return 0;
}

/* Nothing can go wrong in memory but that there is no more of it. */
static void well(int result) {
    if (result != ZIP_OK) {
        abort();
    }
}

void zip_begin(Zip *zip, Buf *out) {
    *zip = (Zip){.out = out, .start = out->len, .at = out->len};
    zlib_filefunc64_def calls = {.zopen64_file = begin,
                                 .zread_file = read_nothing,
                                 .zwrite_file = put,
                                 .ztell64_file = tell,
                                 .zseek64_file = go,
                                 .zclose_file = all_well,
                                 .zerror_file = all_well,
                                 .opaque = zip};
    zip->file = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &calls);
    well(zip->file ? ZIP_OK : ZIP_INTERNALERROR);
}

void zip_add(Zip *zip, const char *name, const char *bytes, size_t len) {
    enum { FIRST_DAY = 1 << 5 | 1 };
    const zip_fileinfo about = {.dosDate = FIRST_DAY};
    well(zipOpenNewFileInZip(zip->file, name, &about, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                             Z_DEFAULT_COMPRESSION));
    well(zipWriteInFileInZip(zip->file, bytes, (unsigned)len));
    well(zipCloseFileInZip(zip->file));
}

void zip_end(Zip *zip) {
    well(zipClose(zip->file, NULL));
}
