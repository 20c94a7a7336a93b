/* The full cover: when nobody has touched for a while, and for 'Hide my screen'. Opaque: passers-by
 * see nothing. Touches beside its buttons do nothing. */
#include "screens/say.h"
#include "screens/screens.h"

/* Gaps below each of the things on a roomy cover, u. */
static const float below_hand = 3.7f, below_head = 1.7f, below_body = 7, below_bar = 3.1f,
                   below_count = 8, hand_size = 24;

static void gap(Ui *ui, bool wanted, float u) {
    if (wanted) {
        ui_gap(ui, u);
    }
}

/* Beside each other, or where these are too wide one below the other. */
static void buttons(Ui *ui, const App *app, bool roomy, bool tiny) {
    const float apart = roomy ? 6 : 3, side = 8;
    Style style = roomy ? STYLE_OWN : STYLE_SMALL;
    Size h = tiny ? (Size){.kind = SIZE_FIT, .least = 13} : (Size){0};
    const Button both[] = {{.kind = BUTTON_COVER,
                            .label = say(ui, app, "idle.clear"),
                            .tap = app_finish,
                            .style = style,
                            .h = h},
                           {.kind = BUTTON_COVER_MAIN,
                            .label = say(ui, app, "idle.here"),
                            .tap = app_show_again,
                            .style = style,
                            .h = h}};
    int room = ui->look.panel.w - look_px(&ui->look, 2 * side);
    bool beside = page_row_fits(ui, both, 2, apart, room);
    ui_open(
        ui,
        &(Box){.axis = beside ? ROW : COLUMN, .gap = beside ? apart : 4, .align = ALIGN_CENTRE});
    ui_button(ui, &both[0]);
    ui_button(ui, &both[1]);
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    enum { SECOND_MS = 1000 };
    int64_t gone = app->cover_ms < 0 ? 0 : (app->clock.now_ms - app->cover_ms) / SECOND_MS;
    int left = app->site.countdown_s - (int)gone;
    left = left < 0 ? 0 : left;
    const char *count = say_with(ui, app, "idle.count", "n", say_number(ui, left), NULL);
    bool roomy = !page_compact(ui);
    cover_begin(ui);
    ui_column(ui, .align = ALIGN_CENTRE, .gap = roomy ? 0 : 2);
    if (roomy) {
        ui_icon(ui, "hand_large", hand_size, ROLE_ON_COVER);
        ui_gap(ui, below_hand);
    }
    bool tiny = page_narrow(ui) && ui->look.size > SIZE_STANDARD;
    bool low = page_narrow(ui) && ui->look.size == SIZE_LARGEST;
    ui_words(ui, .text = say(ui, app, "idle.head"),
             .style = low     ? STYLE_BODY
                      : roomy ? STYLE_COVER
                              : STYLE_HEADING1,
             .bold = true, .ink = ROLE_ON_COVER, .align = ALIGN_CENTRE, .role = NODE_HEADING);
    gap(ui, roomy, below_head);
    if (!tiny) {
        ui_words(ui, .text = say(ui, app, "idle.body"), .ink = ROLE_ON_COVER,
                 .style = roomy ? STYLE_LEAD : STYLE_BODY, .align = ALIGN_CENTRE,
                 .role = NODE_TEXT);
    }
    if (roomy) {
        ui_gap(ui, below_body);
        ui_row(ui, .w = FIXED(120));
        ui_bar(ui, (float)left / (float)app->site.countdown_s, ROLE_ON_COVER, ROLE_COVER, count);
        ui_close(ui);
        ui_gap(ui, below_bar);
    }
    ui_words(ui, .text = count, .style = tiny ? STYLE_SMALL : STYLE_BODY, .ink = ROLE_ON_COVER,
             .align = ALIGN_CENTRE, .role = NODE_TEXT);
    gap(ui, roomy, below_count);
    gap(ui, !roomy && !tiny, 2); /* what is touched stands apart from what is read */
    buttons(ui, app, roomy, tiny);
    ui_close(ui);
    cover_end(ui);
}

static void samples(App *app) {
    enum { GONE_MS = 20000 };
    app->cover_ms = app->clock.now_ms > GONE_MS ? app->clock.now_ms - GONE_MS : 0;
}

const Screen screen_cover = {.samples = samples, .name = "cover", .cover = true, .build = build};
