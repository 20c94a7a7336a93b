/* Forgetting, with the clock in the test's hand: a visit in a process of its own types a marker,
 * ends in one of many ways and stops; then every byte it may write is looked through from outside.
 */
#include "base/text.h"
#include "hands.h"
#include "screens/screens.h"
#include "unit.h"
#include "visit/staff.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MARKER = 20, FORMS = 4, WIDEST = 4 };

static Machine machine;
static Kiosk *kiosk;
static App *app;

static int set_up(void **state) {
    (void)state;
    machine_make(&machine);
    kiosk = calloc(1, sizeof *kiosk);
    assert_non_null(kiosk);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    free(kiosk);
    machine_remove(&machine);
    return 0;
}

static char letter(int i) {
    return (char)('a' + (i * i * 11 + i * 5 + 3) % 26);
}

/* The marker in UTF-8, UTF-16LE, UTF-16BE and UTF-32LE; made when it is needed, so that this
 * process and its children do not hold it. */
static size_t make_form(int form, unsigned char out[MARKER * WIDEST]) {
    static const struct { size_t step, at; } layouts[FORMS] = {{1, 0}, {2, 0}, {2, 1}, {4, 0}};
    memset(out, 0, (size_t)MARKER * WIDEST);
    for (int i = 0; i < MARKER; i++) {
        out[(size_t)i * layouts[form].step + layouts[form].at] = (unsigned char)letter(i);
    }
    return MARKER * layouts[form].step;
}

static void tell_wanted(FILE *out) {
    for (int form = 0; form < FORMS; form++) {
        unsigned char wanted[MARKER * WIDEST];
        size_t len = make_form(form, wanted);
        fprintf(out, "form %d\t", form);
        for (size_t i = 0; i < len; i++) {
            fprintf(out, "%02x", wanted[i]);
        }
        fputc('\n', out);
        explicit_bzero(wanted, sizeof wanted);
    }
}

/* How many places hold the marker; -1 where no process may look into another. The search is a
 * program of its own: what it is told lies in neither of the two. */
static int search_process(pid_t child) {
    char wanted[] = "/tmp/forget-wanted-XXXXXX", command[512], line[512];
    int fd = mkstemp(wanted);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
    assert_non_null(file);
    setvbuf(file, NULL, _IONBF, 0);
    tell_wanted(file);
    fclose(file);
    snprintf(command, sizeof command, SEARCH_PROCESS " %d <%s", (int)child, wanted);
    FILE *found = popen(command, "r");
    assert_non_null(found);
    int places = 0;
    bool looked = false;
    while (fgets(line, sizeof line, found)) {
        looked = looked || strncmp(line, "looked", strlen("looked")) == 0;
        places += strncmp(line, "form", strlen("form")) == 0;
    }
    pclose(found);
    unlink(wanted);
    return looked ? places : -1;
}

/* By the screen's own way: each letter comes as typed text. */
static void type_marker(void) {
    for (int i = 0; i < MARKER; i++) {
        Input input = {.kind = INPUT_TEXT, .at_ms = app->clock.now_ms, .text = {letter(i)}};
        app_input(app, &input);
        hands_wait(kiosk, 100);
        explicit_bzero(&input, sizeof input);
    }
    hands_tap(kiosk, "Done");
}

static void open_visit(void) {
    machine_start(&machine, kiosk);
    app = kiosk->app;
    sample_fill(app);
    app->begun = true;
    type_part(app, PART_HARD);
    kiosk_settle(kiosk);
    editor_clear(&app->field.editor);
    type_marker();
    type_field(app, FIELD_NAME);
    kiosk_settle(kiosk);
    editor_clear(&app->field.editor);
    type_marker();
    static const Screen *const seen[] = {&screen_check, &screen_outcomes, &screen_thread,
                                         &screen_meeting, &screen_photo};
    for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++) {
        app_go(app, seen[i], 0);
        app_frame(app);
        const Rect all = {0, 0, 1280, 800};
        canvas_draw(kiosk->canvas, app->ui->ops, app->ui->op_count, &themes[0], &all, 1);
    }
}

static void keep(void) {
    app_go(app, &screen_keep, 0);
    kiosk_settle(kiosk);
    hands_tap(kiosk, "Keep it here");
    if (!app->kept) {
        _exit(1);
    }
    hands_tap(kiosk, "I have my five words");
}

/* As the loop does when the screen is clear. */
static void cleared(void) {
    kiosk_settle(kiosk);
    canvas_wipe(kiosk->canvas);
}

static void stay(void) {}

static void finish(void) {
    app_finish(app, 0);
    cleared();
}

static void idle(void) {
    keep();
    hands_wait(kiosk, 400000);
    cleared();
}

static void undo_and_finish(void) {
    app->undo = app->draft;
    app->can_undo = true;
    app_go(app, &screen_take, 0);
    finish();
}

static void keep_and_finish(void) {
    keep();
    finish();
}

static void delete_and_finish(void) {
    keep();
    app_unkeep(app);
    finish();
}

static void staff_delete_and_finish(void) {
    keep();
    staff_delete_all(app);
    finish();
}

static void review_and_finish(void) {
    lookback_open(app, 0);
    type_field(app, FIELD_NOTE);
    kiosk_settle(kiosk);
    type_marker();
    finish();
}

static int hits_after(void (*end)(void)) {
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        open_visit();
        end();
        raise(SIGSTOP);
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, WUNTRACED), child);
    assert_true(WIFSTOPPED(status));
    int found = search_process(child);
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    unsigned char wanted[MARKER * WIDEST];
    for (int form = 0; form < FORMS; form++) { /* killed: files as a crash leaves them */
        size_t len = make_form(form, wanted);
        assert_int_equal(machine_finds(&machine, wanted, len), 0);
    }
    return found;
}

static void the_search_finds_an_open_visit(void **state) {
    (void)state;
    int found = hits_after(stay);
    if (found < 0) {
        skip(); /* here no process may look into another */
    }
    assert_true(found > 0);
}

static void nothing_is_left_in_memory(void **state) {
    (void)state;
    static const struct {
        const char *name;
        void (*end)(void);
    } ends[] = {{"finish", finish},
                {"idle", idle},
                {"undo", undo_and_finish},
                {"keep", keep_and_finish},
                {"delete", delete_and_finish},
                {"staff delete all", staff_delete_and_finish},
                {"review", review_and_finish}};
    int all = 0;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        int found = hits_after(ends[i].end);
        if (found < 0) {
            skip();
        }
        if (found > 0) {
            print_message("%s: %d places\n", ends[i].name, found);
        }
        all += found;
        machine_remove(&machine);
        machine_make(&machine);
    }
    assert_int_equal(all, 0);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        EACH(the_search_finds_an_open_visit),
        EACH(nothing_is_left_in_memory),
    };
    return cmocka_run_group_tests_name("program/forget", tests, NULL, NULL);
}
