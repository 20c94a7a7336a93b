/* Who is speaking: told of the child, or as the child would say it. The words so far
 * change with the choice, since that is easier to see than to explain. */
#include "screens/answer.h"
#include "screens/say.h"
#include "screens/screens.h"

static void set_voice(App *app, int voice) {
    answer_set_voice(app, (Voice)voice);
}

static void choice(Ui *ui, const App *app, Voice voice, const char *title, const char *why) {
    const float text_share = 0.25f; /* of the panel's height, for each of the two texts */
    bool chosen = app->draft.voice == voice;
    const char *name = say(ui, app, title);
    const Role ink = chosen ? ROLE_SEL_INK : ROLE_INK;
    ui_column(ui, .role = NODE_CHOICE, .label = name, .tap = set_voice, .arg = (int)voice,
              .selected = chosen, .w = GROW, .h = AT_LEAST(24),
              .face = chosen ? ROLE_SEL_FILL : ROLE_SURFACE,
              .stroke = chosen ? ROLE_SEL_STROKE : ROLE_STROKE, .stroke_w = chosen ? 0.6f : 0.34f,
              .edge = ROLE_EDGE, .edge_h = 0.8f, .radius = 3, .pad = PAD_XY(5, 3), .gap = 1.6f);
    ui_row(ui, .gap = 3, .align = ALIGN_CENTRE);
    ui_sign(ui, chosen ? "tick_bold" : voice == VOICE_FIRST ? "talk" : "person", 6.5f, ink);
    ui_words(ui, .text = name, .style = STYLE_BODY, .bold = true, .ink = ink, .role = NODE_GROUP,
             .w = GROW, .lines_most = look_lines(&ui->look, STYLE_BODY, text_share));
    ui_close(ui);
    ui_words(ui, .text = say(ui, app, why), .style = STYLE_SMALL, .ink = ink, .role = NODE_GROUP,
             .lines_most = look_lines(&ui->look, STYLE_SMALL, text_share));
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "b.voice.q"),
                 .next = say(ui, app, "common.done"),
                 .next_icon = "tick",
                 .next_tap = app_back,
                 .gap = 3.4f};
    page_begin(ui, app, &page);
    if (app_outcome_const(app)->words[PART_WHAT][0]) {
        page_sentence(ui, app->composed.text, STYLE_BODY, true);
        page_low(ui);
    }
    choice(ui, app, VOICE_THIRD, "b.voice.third.name", "b.voice.third.sub");
    choice(ui, app, VOICE_FIRST, "b.voice.first.name", "b.voice.first.sub");
    page_end(ui, app, &page);
}

const Screen screen_voice = {.name = "voice", .own_words = true, .build = build};
