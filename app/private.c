/* Limits of the process, and the wiping allocator for SDL. */
#include "private.h"
#include "host/memory.h"
#include "store/memory.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

void private_start(void) {
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__ /* its search for leaks looks in from outside */
    prctl(PR_SET_DUMPABLE, 0);
#endif
    host_set_memory(memory_take, memory_take_zeroed, memory_resize, memory_give);
    umask(S_IRWXG | S_IRWXO); /* what we write is ours alone */
    memory_install();
}
