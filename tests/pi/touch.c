/* A touchscreen that a test moves: makes one through uinput and obeys lines of standard input. Runs
 * inside the virtual machine, as root; never part of a card or a package.
 *
 *   touch NAME MOST_X MOST_Y        the axes go from 0 to these
 *   lines: down FINGER X Y / move FINGER X Y / up FINGER / wait MS      X and Y from 0.0 to 1.0
 *   each line is answered with a dot when it has been passed on */
#include <fcntl.h>
#include <linux/uinput.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { FINGERS = 10, LINE = 128 };

typedef struct Screen {
    int device, most_x, most_y;
    bool held[FINGERS];
} Screen;

static void say(const Screen *screen, unsigned type, unsigned code, int value) {
    struct input_event event = {.type = (__u16)type, .code = (__u16)code, .value = value};
    if (write(screen->device, &event, sizeof event) != (ssize_t)sizeof event) {
        perror("touch: the device takes nothing");
        exit(1);
    }
}

static void axis(int device, unsigned code, int most) {
    struct uinput_abs_setup setup = {.code = (__u16)code, .absinfo = {.maximum = most}};
    ioctl(device, UI_SET_ABSBIT, code);
    ioctl(device, UI_ABS_SETUP, &setup);
}

static void open_screen(Screen *screen, const char *name) {
    screen->device = open("/dev/uinput", O_WRONLY);
    struct uinput_setup setup = {.id = {.bustype = BUS_I2C, .vendor = 1, .product = 1}};
    snprintf(setup.name, sizeof setup.name, "%s", name);
    ioctl(screen->device, UI_SET_EVBIT, EV_KEY);
    ioctl(screen->device, UI_SET_KEYBIT, BTN_TOUCH);
    ioctl(screen->device, UI_SET_EVBIT, EV_ABS);
    ioctl(screen->device, UI_SET_PROPBIT, INPUT_PROP_DIRECT);
    axis(screen->device, ABS_X, screen->most_x);
    axis(screen->device, ABS_Y, screen->most_y);
    axis(screen->device, ABS_MT_POSITION_X, screen->most_x);
    axis(screen->device, ABS_MT_POSITION_Y, screen->most_y);
    axis(screen->device, ABS_MT_SLOT, FINGERS - 1);
    axis(screen->device, ABS_MT_TRACKING_ID, 65535);
    if (ioctl(screen->device, UI_DEV_SETUP, &setup) != 0 ||
        ioctl(screen->device, UI_DEV_CREATE) != 0) {
        perror("touch: no touchscreen can be made");
        exit(1);
    }
}

static int held(const Screen *screen) {
    int count = 0;
    for (int i = 0; i < FINGERS; i++) {
        count += screen->held[i];
    }
    return count;
}

static void place(Screen *screen, int finger, double x, double y) {
    static int tracking;
    int at_x = (int)(x * screen->most_x + 0.5), at_y = (int)(y * screen->most_y + 0.5);
    bool first = !screen->held[finger];
    say(screen, EV_ABS, ABS_MT_SLOT, finger);
    if (first) {
        say(screen, EV_ABS, ABS_MT_TRACKING_ID, tracking++ % 65536);
        screen->held[finger] = true;
    }
    say(screen, EV_ABS, ABS_MT_POSITION_X, at_x);
    say(screen, EV_ABS, ABS_MT_POSITION_Y, at_y);
    if (first && held(screen) == 1) {
        say(screen, EV_KEY, BTN_TOUCH, 1);
    }
    say(screen, EV_ABS, ABS_X, at_x);
    say(screen, EV_ABS, ABS_Y, at_y);
    say(screen, EV_SYN, SYN_REPORT, 0);
}

static void lift(Screen *screen, int finger) {
    say(screen, EV_ABS, ABS_MT_SLOT, finger);
    say(screen, EV_ABS, ABS_MT_TRACKING_ID, -1);
    screen->held[finger] = false;
    if (held(screen) == 0) {
        say(screen, EV_KEY, BTN_TOUCH, 0);
    }
    say(screen, EV_SYN, SYN_REPORT, 0);
}

static bool obey(Screen *screen, const char *line) {
    int finger = 0, ms = 0;
    double x = 0, y = 0;
    char verb[8] = "";
    int read = sscanf(line, "%7s %d %lf %lf", verb, &finger, &x, &y);
    if (strcmp(verb, "wait") == 0 && sscanf(line, "%*s %d", &ms) == 1) {
        usleep((useconds_t)ms * 1000);
        return true;
    }
    if (finger < 0 || finger >= FINGERS) {
        return false;
    }
    if (strcmp(verb, "up") == 0 && read == 2) {
        lift(screen, finger);
        return true;
    }
    if ((strcmp(verb, "down") == 0 || strcmp(verb, "move") == 0) && read == 4) {
        place(screen, finger, x, y);
        return true;
    }
    return false;
}

int main(int count, char *words[]) {
    if (count != 4) {
        fputs("touch NAME MOST_X MOST_Y\n", stderr);
        return 2;
    }
    Screen screen = {.most_x = atoi(words[2]), .most_y = atoi(words[3])};
    open_screen(&screen, words[1]);
    char line[LINE];
    while (fgets(line, sizeof line, stdin)) {
        fputs(obey(&screen, line) ? ".\n" : "?\n", stdout);
        fflush(stdout);
    }
    ioctl(screen.device, UI_DEV_DESTROY);
    return 0;
}
