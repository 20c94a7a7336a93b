/* The stick, step by step: put it in, saving, safe, or what to do. While it is written there is
 * nothing to press. The same page opens a draft from a stick. */
#include "screens/say.h"
#include "screens/screens.h"

static void try_again(App *app, int ignored) {
    (void)ignored;
    app->stick.err = OK;
    app->stick.done = app->stick.writing = false;
    app_sticks_changed(app);
}

static void use_photo(App *app, int ignored) {
    (void)ignored;
    app->photo = 0;
    app_swap(app, &screen_photo, 0);
}

static void open_found(App *app, int index) {
    if (app_busy(app) || index >= app->stick.found_count) {
        return;
    }
    app->stick.number = app->stick.found[index].number;
    app->stick.writing = true;
    app_start(app, JOB_IMPORT);
}

static void drawing(Ui *ui, const char *picture, Size w, Size h) {
    const float radius = 3;
    ui_column(ui, .w = w, .h = h, .face = ROLE_SUNKEN, .radius = radius);
    ui_picture(ui, picture, (Size){0}, GROW, CORNERS_ALL, radius);
    ui_close(ui);
}

static void begin(Ui *ui, const App *app, Page *page, const char *picture) {
    page->gap = 5;
    page_begin(ui, app, page);
    if (page_wide(ui)) {
        ui_row(ui, .gap = 8, .h = GROW);
        drawing(ui, picture, FIXED(78), GROW);
    } else {
        ui_column(ui, .gap = 4);
        if (page_tall(ui)) {
            drawing(ui, picture, (Size){0}, FIXED(110));
        }
    }
    ui_column(ui, .w = GROW, .gap = 5, .pad = {0, 3, 0, 0});
}

static void end(Ui *ui, const App *app, const Page *page) {
    ui_close(ui);
    ui_close(ui);
    page_end(ui, app, page);
}

static void body(Ui *ui, const char *text) {
    ui_words(ui, .text = text, .style = STYLE_LEAD, .role = NODE_TEXT);
}

static void waiting(Ui *ui, const App *app) {
    Page page = {.title =
                     say(ui, app, app->stick.task == TASK_OPEN ? "words.stick" : "take.title")};
    begin(ui, app, &page, "stick_in");
    page_heading(ui, say(ui, app, "stick.in.head"));
    if (app->stick.in > 1) {
        ui_banner(ui, "usb", ROLE_NOTYET_TINT, ROLE_NOTYET, NULL, say(ui, app, "stick.many"));
    }
    body(ui, say(ui, app, "stick.in.body"));
    ui_banner(ui, "usb", ROLE_HOPE_TINT, ROLE_HOPE, NULL, say(ui, app, "stick.in.wait"));
    if (app->stick.task == TASK_SAVE) {
        ui_words(ui, .text = say(ui, app, "stick.none"), .style = STYLE_BODY, .role = NODE_TEXT);
        ui_press(ui, .kind = BUTTON_SMALL, .icon = "mobile", .label = say(ui, app, "stick.bad.c"),
                 .tap = use_photo);
    }
    end(ui, app, &page);
}

static void file_line(Ui *ui, const char *text, bool done) {
    ui_row(ui, .gap = 4, .align = ALIGN_CENTRE);
    ui_sign(ui, done ? "achieved" : "open", 6.5f, done ? ROLE_MET : ROLE_MUTED);
    ui_words(ui, .text = text, .style = STYLE_BODY, .role = NODE_TEXT, .w = GROW);
    ui_close(ui);
}

static void writing(Ui *ui, const App *app) {
    int total = app->job.file_count > 0 ? app->job.file_count : 1;
    int done = atomic_load(&app->job.files);
    Page page = {.title = say(ui, app, "take.title"), .bare = true, .no_back = true};
    begin(ui, app, &page, "stick_busy");
    if (app->stick.task == TASK_OPEN) {
        page_heading(ui, say(ui, app, "stick.reading"));
    } else {
        page_heading(ui, say(ui, app, "stick.w.head"));
        body(ui, say(ui, app, "stick.w.body"));
        ui_bar(ui, (float)done / (float)total, ROLE_PRIMARY, ROLE_SURFACE,
               say_with(ui, app, "stick.w.prog", "n", say_number(ui, done), "m",
                        say_number(ui, total), NULL));
        for (int i = 0; app_file_label(i); i++) {
            file_line(ui, say(ui, app, app_file_label(i)), done > i);
        }
        file_line(ui, say(ui, app, "stick.w.check"), false);
    }
    end(ui, app, &page);
}

static void safe(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "take.title"),
                 .next = say(ui, app, "common.finish"),
                 .next_tap = page_finish};
    begin(ui, app, &page, "stick_out");
    ui_row(ui, .gap = 4, .align = ALIGN_CENTRE);
    ui_disc(ui, "tick_bold", 13, ROLE_MET, ROLE_BG);
    ui_column(ui, .w = GROW);
    page_heading(ui, say(ui, app, "stick.ok.head"));
    ui_close(ui);
    ui_close(ui);
    body(ui, say(ui, app, "stick.ok.body"));
    ui_card(ui, 5, 2);
    ui_words(ui, .text = say(ui, app, "stick.ok.what"), .style = STYLE_SMALL, .bold = true,
             .ink = ROLE_MUTED, .role = NODE_TEXT);
    for (int i = 0; app_file_label(i); i++) {
        ui_row(ui, .gap = 4, .align = ALIGN_CENTRE);
        ui_sign(ui, "draft", 6.5f, ROLE_INK);
        ui_words(ui, .text = say(ui, app, app_file_label(i)), .style = STYLE_BODY,
                 .role = NODE_TEXT, .w = GROW);
        ui_close(ui);
    }
    ui_close(ui);
    ui_row(ui, .gap = 4, .align = ALIGN_CENTRE);
    ui_sign(ui, "usb", 7, ROLE_INK);
    ui_words(ui, .text = say(ui, app, "stick.ok.remind"), .style = STYLE_BODY, .bold = true,
             .role = NODE_TEXT, .w = GROW);
    ui_close(ui);
    end(ui, app, &page);
}

static const char *trouble(Ui *ui, const App *app) {
    switch (app->stick.err) {
    case ERR_GONE:
        return say(ui, app, "stick.gone.body");
    case ERR_FULL:
        return say(ui, app, "stick.full");
    case ERR_READ_ONLY:
        return say(ui, app, "stick.locked");
    case ERR_NOT_FOUND:
        return say(ui, app, "stick.blank");
    case ERR_NO_ACCESS:
        return say(ui, app, "stick.other");
    case ERR_NEWER:
        return say(ui, app, "stick.open.newer");
    case ERR_NOT_OURS:
    case ERR_TOO_BIG:
        if (app->stick.task == TASK_SAVE) {
            return say(ui, app, app->stick.err == ERR_TOO_BIG ? "stick.crowded" : "stick.taken");
        }
        break;
    case OK:
    case ERR_IO:
    case ERR_DAMAGED:
    case ERR_BUSY:
    case ERR_WAIT:
    case ERR_COUNT:
        break;
    }
    return say(ui, app, app->stick.task == TASK_OPEN ? "stick.open.bad" : "stick.bad.body");
}

static void problem(Ui *ui, const App *app) {
    bool gone = app->stick.err == ERR_GONE, opening = app->stick.task == TASK_OPEN;
    Page page = {.title = say(ui, app, opening ? "words.stick" : "take.title"),
                 .next = say(ui, app, "stick.bad.a"),
                 .next_tap = try_again};
    begin(ui, app, &page, "stick_problem");
    page_heading(ui, say(ui, app,
                         gone      ? "stick.gone.head"
                         : opening ? "words.stick"
                                   : "stick.bad.head"));
    body(ui, trouble(ui, app));
    if (!opening) {
        ui_press(ui, .kind = BUTTON_SMALL, .icon = "usb", .label = say(ui, app, "stick.bad.b"),
                 .tap = try_again);
        ui_press(ui, .kind = BUTTON_SMALL, .icon = "mobile", .label = say(ui, app, "stick.bad.c"),
                 .tap = use_photo);
    }
    end(ui, app, &page);
}

static void found(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "words.stick"), .gap = 4};
    page_begin(ui, app, &page);
    page_heading(ui, say(ui, app, app->stick.found_count > 0 ? "stick.open.q" : "stick.open.none"));
    for (int i = 0; i < app->stick.found_count; i++) {
        const Found *f = &app->stick.found[i];
        const char *month = f->month > 0 ? say(ui, app, ui_print(ui, "month.%d", f->month)) : "";
        const char *note = f->month > 0 ? ui_print(ui, "%s %d", month, f->year) : NULL;
        ui_row_button(ui, &(RowButton){.icon = "draft",
                                       .tint = ROLE_HOPE_TINT,
                                       .ink = ROLE_HOPE,
                                       .title = say_with(ui, app, "stick.file", "n",
                                                         say_number(ui, f->number), NULL),
                                       .note = note,
                                       .arrow = true,
                                       .tap = open_found,
                                       .arg = i});
    }
    page_end(ui, app, &page);
}

static void build(Ui *ui, const App *app) {
    if (app->stick.writing) {
        writing(ui, app);
    } else if (app->stick.err != OK) {
        problem(ui, app);
    } else if (!app->stick.done) {
        waiting(ui, app);
    } else if (app->stick.task == TASK_OPEN) {
        found(ui, app);
    } else {
        safe(ui, app);
    }
}

static void samples(App *app) {
    app->stick.task = TASK_SAVE;
    app->stick.done = true;
}

const Screen screen_stick = {
    .samples = samples, .name = "stick", .own_words = true, .build = build};
