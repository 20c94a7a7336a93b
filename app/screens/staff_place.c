/* Place and contact details: what families read of them, and where staff change it. The operator's
 * file stays beneath: 'Put it back' shows it again. */
#include "screens/say.h"
#include "screens/staff.h"
#include "visit/staff.h"

const char *const staff_place_ids[PLACE_FIELDS] = {
    [PLACE_NAME] = "staff.k4",       [PLACE_SERVICE] = "staff.service",
    [PLACE_PHONE] = "staff.phone",   [PLACE_TEXT] = "staff.text",
    [PLACE_EMAIL] = "staff.email",   [PLACE_WEBSITE] = "staff.website",
    [PLACE_DROP_IN] = "staff.dropin"};

static void change(App *app, int field) {
    app->staff.err = OK;
    type_place(app, (PlaceField)field);
}

static void put_back(App *app, int field) {
    staff_put_place_back(app, (PlaceField)field);
}

static void line(Ui *ui, const App *app, PlaceField field) {
    const char *value = place_text(&app->place, field);
    StaffRow row = {.about = say(ui, app, staff_place_ids[field]),
                    .value = value[0] ? value : say(ui, app, "staff.none"),
                    .button = say(ui, app, "common.change"),
                    .tap = change,
                    .arg = (int)field};
    if (app->place.said[field]) {
        row.second = say(ui, app, "staff.place.back");
        row.second_tap = put_back;
    }
    staff_row(ui, &row);
}

static void build(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "staff.settings"),
                 .next = say(ui, app, "common.done"),
                 .next_icon = "tick",
                 .next_tap = app_back,
                 .no_back = true,
                 .gap = 1.6f};
    page_begin(ui, app, &page);
    page_heading(ui, say(ui, app, "staff.place"));
    if (app->staff.err != OK) {
        ui_banner(ui, "warn", ROLE_NOTYET_TINT, ROLE_NOTYET, NULL,
                  say_joined(ui, app, "err.", err_name(app->staff.err)));
    }
    for (PlaceField field = 0; field < PLACE_FIELDS; field++) {
        line(ui, app, field);
    }
    ui_words(ui, .text = say(ui, app, "staff.place.wins"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    page_end(ui, app, &page);
}

/* One that staff changed. */
static void samples(App *app) {
    place_say(&app->place, PLACE_PHONE, app->place.file.phone);
}

const Screen screen_staff_place = {.name = "staff_place", .build = build, .samples = samples};
