/* Talk to someone: who is here and how to reach the service, all from the place's own file. */
#include "screens/say.h"
#include "screens/screens.h"

static void line(Ui *ui, const App *app, const char *icon, const char *label, const char *value,
                 Style style) {
    if (!value || !value[0]) {
        return;
    }
    ui_row(ui, .gap = 4, .align = ALIGN_CENTRE);
    ui_sign(ui, icon, 7, ROLE_HELP);
    ui_column(ui, .w = GROW);
    ui_words(ui, .text = say(ui, app, label), .style = STYLE_SMALL, .bold = true, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    ui_words(ui, .text = value, .style = style, .bold = style == STYLE_DISPLAY, .role = NODE_TEXT);
    ui_close(ui);
    ui_close(ui);
}

static void offers(Ui *ui, const App *app) {
    const Texts *list = &app->library->place->offers;
    if (list->count == 0) {
        return;
    }
    ui_card(ui, 5, 2);
    ui_words(ui, .text = say(ui, app, "person.offers"), .style = STYLE_SMALL, .bold = true,
             .ink = ROLE_MUTED, .role = NODE_HEADING);
    for (int i = 0; i < list->count; i++) {
        ui_row(ui, .gap = 3);
        ui_sign(ui, "tick", 6, ROLE_MET);
        ui_words(ui, .text = list->text[i], .style = STYLE_BODY, .role = NODE_TEXT, .w = GROW);
        ui_close(ui);
    }
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    const PlaceInfo *place = app->library->place;
    Page page = {.title = say(ui, app, "person.title"), .gap = 4, .reading = true};
    page_begin(ui, app, &page);
    page_heading(ui, say(ui, app, "person.here.sub"));
    if (page_wide(ui)) {
        ui_row(ui, .gap = 5, .align = ALIGN_END);
        ui_column(ui, .w = GROW);
        line(ui, app, "phone", "person.call", place->phone, STYLE_DISPLAY);
        ui_close(ui);
        ui_column(ui, .w = GROW);
        line(ui, app, "mobile", "person.text", place->text_phone, STYLE_LEAD);
        ui_close(ui);
        ui_close(ui);
    } else {
        line(ui, app, "phone", "person.call", place->phone, STYLE_DISPLAY);
        line(ui, app, "mobile", "person.text", place->text_phone, STYLE_LEAD);
    }
    line(ui, app, "draft", "person.email", place->email, STYLE_BODY);
    line(ui, app, "globe", "person.website", place->website, STYLE_BODY);
    line(ui, app, "friends", "person.dropin", place->drop_in, STYLE_BODY);
    ui_banner(ui, "lock", ROLE_MET_TINT, ROLE_MET, NULL, say(ui, app, "person.private"));
    offers(ui, app);
    ui_words(ui, .text = say(ui, app, "person.note"), .style = STYLE_SMALL, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    page_end(ui, app, &page);
}

const Screen screen_person = {.name = "person", .build = build};
