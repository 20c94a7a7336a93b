/* Looks at many images of sticks with the kernel's own file systems, as root in a guest.
 *
 *   shelf_guest DEVICE SIZE COUNT TYPE [EACH]
 *
 * DEVICE holds COUNT images of SIZE bytes, one behind the other. For each: one line 'image N' and
 * behind it NAME:BYTES:HASH of every file in TALKING-POINTS; 'unmountable' when the kernel does not
 * take it, NAME:unreadable for a file that cannot be read. Of each EACH sticks one then comes back:
 * one more export is written to it, and 'again ERR' comes before what is seen afterwards. */
#include "takeaway/calls.h"
#include "takeaway/names.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/loop.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HASH = 16, CHUNK = 64 * 1024 };

static const char mount_point[] = "/run/shelf", loop[] = "/dev/loop0";

static void say_file(int folder, const char *name) {
    int fd = openat(folder, name, O_RDONLY | O_CLOEXEC);
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, HASH);
    static unsigned char chunk[CHUNK];
    size_t len = 0;
    ssize_t n;
    while ((n = read(fd, chunk, sizeof chunk)) > 0) {
        crypto_generichash_update(&state, chunk, (size_t)n);
        len += (size_t)n;
    }
    unsigned char hash[HASH];
    char hex[2 * HASH + 1];
    crypto_generichash_final(&state, hash, sizeof hash);
    sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
    if (n < 0) {
        printf(" %s:unreadable", name);
    } else {
        printf(" %s:%zu:%s", name, len, hex);
    }
    close(fd);
}

static void say_files(void) {
    int root = open(mount_point, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int folder = openat(root, STICK_FOLDER, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *listing = folder < 0 ? NULL : fdopendir(folder);
    const struct dirent *entry;
    while (listing && (entry = readdir(listing))) {
        if (entry->d_name[0] != '.') {
            say_file(folder, entry->d_name);
        }
    }
    if (listing) {
        closedir(listing);
    }
    close(root);
}

/* What the kernel remembers of the image before must go: moving a loop device only asks for that,
 * and a page that something else looked at meanwhile would stay. Another size of blocks drops all.
 */
static int forget_all(int loop_fd) {
    static const int sizes[] = {1024, 4096};
    int result = 0;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes && result == 0; i++) {
        do {
            result = ioctl(loop_fd, BLKBSZSET, &sizes[i]);
        } while (result != 0 && errno == EBUSY); /* somebody looks in */
    }
    return result;
}

/* Attached once and then moved: attaching anew is news to udev each time, which would look in. */
static int move_to(int loop_fd, unsigned long long at, unsigned long long size) {
    struct loop_info64 info = {.lo_offset = at, .lo_sizelimit = size};
    int moved;
    do {
        moved = ioctl(loop_fd, LOOP_SET_STATUS64, &info);
    } while (moved != 0 && errno == EAGAIN);
    return moved == 0 ? forget_all(loop_fd) : moved;
}

static void look(const char *type) {
    if (mount(loop, mount_point, type, MS_RDONLY, "") == 0) {
        say_files();
        umount(mount_point);
    } else {
        printf(" unmountable");
    }
}

static void write_again(const char *type) {
    static char bytes[20000];
    static const SaveFile files[] = {
        {"html", bytes, sizeof bytes}, {"docx", bytes, 4000}, {"json", bytes, 900}};
    int number;
    Err err = ERR_NOT_FOUND;
    memset(bytes, 'a', sizeof bytes);
    if (mount(loop, mount_point, type, MS_NOATIME, "") == 0) {
        err = takeaway_save(&system_stick_calls, mount_point, files, 3, NULL, NULL, &number);
        umount(mount_point);
    }
    printf(" again %s", err == OK ? "ok" : err_name(err));
}

int main(int argc, char **argv) {
    if (argc < 5 || (mkdir(mount_point, 0700) != 0 && errno != EEXIST)) {
        return 2;
    }
    unsigned long long each = argc > 5 ? strtoull(argv[5], NULL, 10) : 0;
    unsigned long long size = strtoull(argv[2], NULL, 10), count = strtoull(argv[3], NULL, 10);
    int device = open(argv[1], O_RDWR | O_CLOEXEC), loop_fd = open(loop, O_RDWR | O_CLOEXEC);
    if (device < 0 || loop_fd < 0 || ioctl(loop_fd, LOOP_SET_FD, device) != 0) {
        perror(argv[1]);
        return 1;
    }
    int result = 0;
    for (unsigned long long i = 0; i < count && result == 0; i++) {
        result = move_to(loop_fd, i * size, size) != 0;
        printf("image %llu", i);
        look(argv[4]);
        if (each && i % each == 0) {
            write_again(argv[4]);
            look(argv[4]);
        }
        printf("\n");
    }
    ioctl(loop_fd, LOOP_CLR_FD, 0);
    printf(result ? "stopped\n" : "looked\n");
    return result;
}
