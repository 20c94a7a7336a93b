/* The four themes and the measures of type. */
#include "ui/theme.h"

#include <math.h>
#include <stddef.h>

#define RGB(hex)                                                                                   \
    { (hex) >> 16 & 0xFF, (hex) >> 8 & 0xFF, (hex)&0xFF }

const char *const theme_names[] = {"paper", "night", "contrast", "cream", NULL};
const char *const size_names[] = {"standard", "large", "larger", "largest", NULL};

const char *const role_names[ROLE_COUNT] = {
    [ROLE_NONE] = "none",
    [ROLE_BG] = "bg",
    [ROLE_SURFACE] = "surface",
    [ROLE_SUNKEN] = "sunken",
    [ROLE_INK] = "ink",
    [ROLE_MUTED] = "muted",
    [ROLE_LINE] = "line",
    [ROLE_STROKE] = "stroke",
    [ROLE_EDGE] = "edge",
    [ROLE_PRIMARY] = "primary",
    [ROLE_ON_PRIMARY] = "onPrimary",
    [ROLE_PRIMARY_EDGE] = "primaryEdge",
    [ROLE_PRIMARY_TINT] = "primaryTint",
    [ROLE_FOCUS] = "focus",
    [ROLE_FOCUS_GAP] = "focusGap",
    [ROLE_THREAD] = "thread",
    [ROLE_HOPE] = "hope",
    [ROLE_HOPE_TINT] = "hopeTint",
    [ROLE_HARD] = "hard",
    [ROLE_HARD_TINT] = "hardTint",
    [ROLE_OUTCOME] = "outcome",
    [ROLE_OUTCOME_TINT] = "outcomeTint",
    [ROLE_HELP] = "help",
    [ROLE_HELP_TINT] = "helpTint",
    [ROLE_MET] = "met",
    [ROLE_MET_TINT] = "metTint",
    [ROLE_NOTYET] = "notyet",
    [ROLE_NOTYET_TINT] = "notyetTint",
    [ROLE_DECIDE] = "decide",
    [ROLE_DECIDE_TINT] = "decideTint",
    [ROLE_HIGHLIGHT] = "highlight",
    [ROLE_HIGHLIGHT_INK] = "highlightInk",
    [ROLE_HIGHLIGHT_BAR] = "highlightBar",
    [ROLE_DISABLED] = "disabled",
    [ROLE_ON_DISABLED] = "onDisabled",
    [ROLE_COVER] = "cover",
    [ROLE_ON_COVER] = "onCover",
    [ROLE_SEL_FILL] = "selFill",
    [ROLE_SEL_INK] = "selInk",
    [ROLE_SEL_STROKE] = "selStroke",
    [ROLE_COVER_THREAD] = "coverThread",
};

const Theme themes[THEME_COUNT] = {
    [THEME_PAPER] = {"paper",
                     {
                         [ROLE_BG] = RGB(0xFAF5EA),
                         [ROLE_SURFACE] = RGB(0xFFFFFF),
                         [ROLE_SUNKEN] = RGB(0xF1E9DA),
                         [ROLE_INK] = RGB(0x1D2A30),
                         [ROLE_MUTED] = RGB(0x414D54),
                         [ROLE_LINE] = RGB(0xDDD2BD),
                         [ROLE_STROKE] = RGB(0x7D7565),
                         [ROLE_EDGE] = RGB(0xB7AA92),
                         [ROLE_PRIMARY] = RGB(0x0D5350),
                         [ROLE_ON_PRIMARY] = RGB(0xFFFFFF),
                         [ROLE_PRIMARY_EDGE] = RGB(0x062F2E),
                         [ROLE_PRIMARY_TINT] = RGB(0xDCECE7),
                         [ROLE_FOCUS] = RGB(0x1D2A30),
                         [ROLE_FOCUS_GAP] = RGB(0xFFFFFF),
                         [ROLE_THREAD] = RGB(0xB5760F),
                         [ROLE_HOPE] = RGB(0x6B4200),
                         [ROLE_HOPE_TINT] = RGB(0xFCEBC4),
                         [ROLE_HARD] = RGB(0x6B2A5B),
                         [ROLE_HARD_TINT] = RGB(0xF4E4EF),
                         [ROLE_OUTCOME] = RGB(0x0D5350),
                         [ROLE_OUTCOME_TINT] = RGB(0xDCECE7),
                         [ROLE_HELP] = RGB(0x1B4B82),
                         [ROLE_HELP_TINT] = RGB(0xE1EBF6),
                         [ROLE_MET] = RGB(0x185630),
                         [ROLE_MET_TINT] = RGB(0xE0F0E3),
                         [ROLE_NOTYET] = RGB(0x82360D),
                         [ROLE_NOTYET_TINT] = RGB(0xFBE7D8),
                         [ROLE_DECIDE] = RGB(0x4A3A86),
                         [ROLE_DECIDE_TINT] = RGB(0xEAE7F6),
                         [ROLE_HIGHLIGHT] = RGB(0xFFE08A),
                         [ROLE_HIGHLIGHT_INK] = RGB(0x1D2A30),
                         [ROLE_HIGHLIGHT_BAR] = RGB(0x8A5600),
                         [ROLE_DISABLED] = RGB(0xF1E9DA),
                         [ROLE_ON_DISABLED] = RGB(0x5A5F5E),
                         [ROLE_COVER] = RGB(0x0D5350),
                         [ROLE_ON_COVER] = RGB(0xFFFFFF),
                         [ROLE_SEL_FILL] = RGB(0xDCECE7),
                         [ROLE_SEL_INK] = RGB(0x1D2A30),
                         [ROLE_SEL_STROKE] = RGB(0x0D5350),
                         [ROLE_COVER_THREAD] = RGB(0xE8B04A),
                     }},
    [THEME_NIGHT] = {"night",
                     {
                         [ROLE_BG] = RGB(0x12191E),
                         [ROLE_SURFACE] = RGB(0x1E282F),
                         [ROLE_SUNKEN] = RGB(0x0B1013),
                         [ROLE_INK] = RGB(0xF4EFE6),
                         [ROLE_MUTED] = RGB(0xC5CBCD),
                         [ROLE_LINE] = RGB(0x35434C),
                         [ROLE_STROKE] = RGB(0x8496A1),
                         [ROLE_EDGE] = RGB(0x4A5A65),
                         [ROLE_PRIMARY] = RGB(0x8FD6C8),
                         [ROLE_ON_PRIMARY] = RGB(0x06211F),
                         [ROLE_PRIMARY_EDGE] = RGB(0x3F8478),
                         [ROLE_PRIMARY_TINT] = RGB(0x17403C),
                         [ROLE_FOCUS] = RGB(0xFFD75E),
                         [ROLE_FOCUS_GAP] = RGB(0x12191E),
                         [ROLE_THREAD] = RGB(0xE3AC45),
                         [ROLE_HOPE] = RGB(0xF7D28C),
                         [ROLE_HOPE_TINT] = RGB(0x3A2C0E),
                         [ROLE_HARD] = RGB(0xEFBDE2),
                         [ROLE_HARD_TINT] = RGB(0x3B2036),
                         [ROLE_OUTCOME] = RGB(0xA5E0D4),
                         [ROLE_OUTCOME_TINT] = RGB(0x143B38),
                         [ROLE_HELP] = RGB(0xB3D2F6),
                         [ROLE_HELP_TINT] = RGB(0x19304C),
                         [ROLE_MET] = RGB(0xA9DFB5),
                         [ROLE_MET_TINT] = RGB(0x16371F),
                         [ROLE_NOTYET] = RGB(0xF9C29E),
                         [ROLE_NOTYET_TINT] = RGB(0x41240F),
                         [ROLE_DECIDE] = RGB(0xCFC6FA),
                         [ROLE_DECIDE_TINT] = RGB(0x2B2552),
                         [ROLE_HIGHLIGHT] = RGB(0x5C4711),
                         [ROLE_HIGHLIGHT_INK] = RGB(0xFFF7E0),
                         [ROLE_HIGHLIGHT_BAR] = RGB(0xFFD75E),
                         [ROLE_DISABLED] = RGB(0x1A2228),
                         [ROLE_ON_DISABLED] = RGB(0xA9B2B6),
                         [ROLE_COVER] = RGB(0x0B2B2A),
                         [ROLE_ON_COVER] = RGB(0xF4EFE6),
                         [ROLE_SEL_FILL] = RGB(0x17403C),
                         [ROLE_SEL_INK] = RGB(0xF4EFE6),
                         [ROLE_SEL_STROKE] = RGB(0x8FD6C8),
                         [ROLE_COVER_THREAD] = RGB(0xE3AC45),
                     }},
    [THEME_CONTRAST] = {"contrast",
                        {
                            [ROLE_BG] = RGB(0x000000),
                            [ROLE_SURFACE] = RGB(0x000000),
                            [ROLE_SUNKEN] = RGB(0x000000),
                            [ROLE_INK] = RGB(0xFFFFFF),
                            [ROLE_MUTED] = RGB(0xFFFFFF),
                            [ROLE_LINE] = RGB(0xFFFFFF),
                            [ROLE_STROKE] = RGB(0xFFFFFF),
                            [ROLE_EDGE] = RGB(0xFFFFFF),
                            [ROLE_PRIMARY] = RGB(0xFFEB00),
                            [ROLE_ON_PRIMARY] = RGB(0x000000),
                            [ROLE_PRIMARY_EDGE] = RGB(0x8F8400),
                            [ROLE_PRIMARY_TINT] = RGB(0xFFEB00),
                            [ROLE_FOCUS] = RGB(0xFFEB00),
                            [ROLE_FOCUS_GAP] = RGB(0x000000),
                            [ROLE_THREAD] = RGB(0xFFEB00),
                            [ROLE_HOPE] = RGB(0xFFFFFF),
                            [ROLE_HOPE_TINT] = RGB(0x000000),
                            [ROLE_HARD] = RGB(0xFFFFFF),
                            [ROLE_HARD_TINT] = RGB(0x000000),
                            [ROLE_OUTCOME] = RGB(0xFFFFFF),
                            [ROLE_OUTCOME_TINT] = RGB(0x000000),
                            [ROLE_HELP] = RGB(0xFFFFFF),
                            [ROLE_HELP_TINT] = RGB(0x000000),
                            [ROLE_MET] = RGB(0xFFFFFF),
                            [ROLE_MET_TINT] = RGB(0x000000),
                            [ROLE_NOTYET] = RGB(0xFFEB00),
                            [ROLE_NOTYET_TINT] = RGB(0x000000),
                            [ROLE_DECIDE] = RGB(0xFFFFFF),
                            [ROLE_DECIDE_TINT] = RGB(0x000000),
                            [ROLE_HIGHLIGHT] = RGB(0xFFEB00),
                            [ROLE_HIGHLIGHT_INK] = RGB(0x000000),
                            [ROLE_HIGHLIGHT_BAR] = RGB(0x000000),
                            [ROLE_DISABLED] = RGB(0x000000),
                            [ROLE_ON_DISABLED] = RGB(0xC8C8C8),
                            [ROLE_COVER] = RGB(0x000000),
                            [ROLE_ON_COVER] = RGB(0xFFFFFF),
                            [ROLE_SEL_FILL] = RGB(0xFFEB00),
                            [ROLE_SEL_INK] = RGB(0x000000),
                            [ROLE_SEL_STROKE] = RGB(0xFFFFFF),
                            [ROLE_COVER_THREAD] = RGB(0xFFEB00),
                        }},
    [THEME_CREAM] = {"cream",
                     {
                         [ROLE_BG] = RGB(0xF2E6C8),
                         [ROLE_SURFACE] = RGB(0xFAF2DC),
                         [ROLE_SUNKEN] = RGB(0xE9DBB8),
                         [ROLE_INK] = RGB(0x2A2419),
                         [ROLE_MUTED] = RGB(0x453B2A),
                         [ROLE_LINE] = RGB(0xD3C195),
                         [ROLE_STROKE] = RGB(0x75684A),
                         [ROLE_EDGE] = RGB(0xAE9C6E),
                         [ROLE_PRIMARY] = RGB(0x16474A),
                         [ROLE_ON_PRIMARY] = RGB(0xFBF5E4),
                         [ROLE_PRIMARY_EDGE] = RGB(0x0A2A2C),
                         [ROLE_PRIMARY_TINT] = RGB(0xDDE4CC),
                         [ROLE_FOCUS] = RGB(0x2A2419),
                         [ROLE_FOCUS_GAP] = RGB(0xFAF2DC),
                         [ROLE_THREAD] = RGB(0x936008),
                         [ROLE_HOPE] = RGB(0x593600),
                         [ROLE_HOPE_TINT] = RGB(0xF5DFA4),
                         [ROLE_HARD] = RGB(0x5A2450),
                         [ROLE_HARD_TINT] = RGB(0xEFDCD6),
                         [ROLE_OUTCOME] = RGB(0x16474A),
                         [ROLE_OUTCOME_TINT] = RGB(0xDDE4CC),
                         [ROLE_HELP] = RGB(0x1C416F),
                         [ROLE_HELP_TINT] = RGB(0xDEE3DC),
                         [ROLE_MET] = RGB(0x1D4F2B),
                         [ROLE_MET_TINT] = RGB(0xDFE6C4),
                         [ROLE_NOTYET] = RGB(0x6E2D0A),
                         [ROLE_NOTYET_TINT] = RGB(0xF3D9BC),
                         [ROLE_DECIDE] = RGB(0x413277),
                         [ROLE_DECIDE_TINT] = RGB(0xE6DFDA),
                         [ROLE_HIGHLIGHT] = RGB(0xF0CF6A),
                         [ROLE_HIGHLIGHT_INK] = RGB(0x2A2419),
                         [ROLE_HIGHLIGHT_BAR] = RGB(0x6E4600),
                         [ROLE_DISABLED] = RGB(0xE9DBB8),
                         [ROLE_ON_DISABLED] = RGB(0x514838),
                         [ROLE_COVER] = RGB(0x16474A),
                         [ROLE_ON_COVER] = RGB(0xFBF5E4),
                         [ROLE_SEL_FILL] = RGB(0xDDE4CC),
                         [ROLE_SEL_INK] = RGB(0x2A2419),
                         [ROLE_SEL_STROKE] = RGB(0x16474A),
                         [ROLE_COVER_THREAD] = RGB(0xE3B254),
                     }},
};

/* Em sizes in u. Headings grow less than body so that the page keeps its shape. */
static const float em[SIZE_COUNT][STYLE_SAMPLE] = {
    [SIZE_STANDARD] = {6.0f, 5.0f, 6.0f, 6.5f, 7.0f, 7.5f, 9.5f, 12.0f, 13.0f, 15.0f, 7.5f},
    [SIZE_LARGE] = {7.5f, 6.0f, 7.5f, 7.8f, 8.25f, 8.5f, 10.5f, 12.5f, 13.5f, 15.5f, 8.0f},
    [SIZE_LARGER] = {9.0f, 7.2f, 9.0f, 9.4f, 9.75f, 10.0f, 11.5f, 13.0f, 14.0f, 16.0f, 8.5f},
    [SIZE_LARGEST] = {12.0f, 9.5f, 12.0f, 12.0f, 12.5f, 12.5f, 13.5f, 14.0f, 15.0f, 17.0f, 9.5f},
};

static const float line_height[SIZE_COUNT] = {1.27f, 1.25f, 1.23f, 1.2f};

_Static_assert(STYLE_COUNT == STYLE_SAMPLE + (int)SIZE_COUNT, "a sample for each text size");

enum { COMPACT_BELOW_U = 180 }; /* panels narrower than this cannot hold the regular header */

static const float compact_heading1 = 7.3f;
static const float andika_capital = 0.7129f,
                   dyslexic_capital = 0.729f; /* of an em, from the fonts */
static const float dyslexic_factor = 0.9f;    /* its letters are wider and taller */
static const float more_space_factor = 1.15f;
static const float mm_per_inch = 25.4f;

/* The design's rule: the page is 213 x 133 u, but a u is never less than a millimetre, nor more
 * than 1.62 of them on large panels. Steps of a quarter px. */
static float unit(const Panel *panel) {
    const float wide_u = 213, high_u = 133, most_mm = 1.62f, step = 4;
    float ppi = (float)panel->w / (panel->w_mm / mm_per_inch);
    float by_panel = (float)panel->w / wide_u;
    if (panel->h <= panel->w) {
        by_panel = fminf(by_panel, (float)panel->h / high_u);
        by_panel = fminf(by_panel, most_mm * ppi / mm_per_inch);
    }
    float least = ceilf(ppi / mm_per_inch * step) / step;
    return fmaxf(floorf(by_panel * step) / step, least);
}

void look_fit(Look *look) {
    const float wide_from_u = 250, tall_from_u = 120;
    look->u = unit(&look->panel);
    look->mm = (float)look->panel.w / look->panel.w_mm;
    look->mm_high = (float)look->panel.h / look->panel.h_mm;
    float width_u = (float)look->panel.w / look->u;
    if (look->panel.h > look->panel.w && width_u >= tall_from_u) {
        look->template_ = TEMPLATE_TALL;
    } else if (width_u >= wide_from_u && look->size < SIZE_LARGEST) {
        look->template_ = TEMPLATE_WIDE;
    } else if (width_u < COMPACT_BELOW_U || look->size >= SIZE_LARGE) {
        look->template_ = TEMPLATE_COMPACT;
    } else {
        look->template_ = TEMPLATE_REGULAR;
    }
}

bool look_long(const Look *look) {
    const float from_u = 340;
    return look->template_ == TEMPLATE_TALL && (float)look->panel.h / look->u > from_u;
}

/* As lroundf, without the call: a frame asks for a thousand lengths. */
static int whole(float px) {
    const float half = 0.5f;
    return (int)(px < 0 ? px - half : px + half);
}

int look_px(const Look *look, float n) {
    return whole(n * look->u);
}

float look_em(const Look *look, Style style) {
    if (style >= STYLE_SAMPLE) {
        return em[style - STYLE_SAMPLE][STYLE_SMALL];
    }
    bool narrow = (float)look->panel.w / look->u < COMPACT_BELOW_U;
    bool lower = style == STYLE_HEADING1 && narrow && look->size == SIZE_STANDARD;
    return lower ? compact_heading1 : em[look->size][style];
}

float look_beside(const Look *look) {
    static const float factors[SIZE_COUNT] = {1.0f, 1.15f, 1.3f, 1.5f};
    return factors[look->size];
}

static float capital_of(const Look *look) { /* em */
    return look->dyslexic ? dyslexic_capital : andika_capital;
}

/* Capitals are never lower than can be read, whatever a panel's pixels are: on the 7-inch panel
 * they are lower than wide, and a u is less than a millimetre high. */
static float em_px(const Look *look, Style style) {
    const float small_mm = 3.5f, body_mm = 4.2f;
    float px = look_em(look, style) * look->u * (look->dyslexic ? dyslexic_factor : 1);
    bool small = style == STYLE_SMALL || style >= STYLE_SAMPLE;
    float least_mm = small ? small_mm : body_mm;
    return fmaxf(px, ceilf(least_mm * look->mm_high / capital_of(look)));
}

Font look_font(const Look *look, Style style, bool bold) {
    int face = bold ? FACE_BOLD : FACE_REGULAR;
    if (look->dyslexic) {
        face = bold ? FACE_DYSLEXIC_BOLD : FACE_DYSLEXIC;
    }
    return (Font){(uint8_t)face, (uint16_t)lroundf(em_px(look, style))};
}

Font look_font_in(const Look *look, Letters letters, Style style, bool bold) {
    if (letters == LETTERS_CHOSEN) {
        return look_font(look, style, bold);
    }
    Look other = *look;
    other.dyslexic = letters == LETTERS_DYSLEXIC;
    return look_font(&other, style, bold);
}

float look_capital(const Look *look, Style style) {
    return (float)look_font(look, style, false).px * capital_of(look);
}

int look_line(const Look *look, Style style) {
    float line = fmaxf(look_em(look, style) * look->u, em_px(look, style));
    line *= line_height[look->size];
    return (int)lroundf(look->more_space ? line * more_space_factor : line);
}

int look_baseline(const Look *look, Style style) {
    return (int)lroundf(((float)look_line(look, style) + look_capital(look, style)) / 2);
}

int look_lines(const Look *look, Style style, float share) {
    int lines = (int)((float)look->panel.h * share) / look_line(look, style);
    return lines > 1 ? lines : 1;
}
