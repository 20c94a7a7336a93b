/* The App: all state of the kiosk, and the few verbs that change it.
 *
 * One way round: an input runs a handler, the handler changes the App, app_settle puts right what
 * follows (checks, the sentence, saving), then the screen is declared from a const App. Screens and
 * their handlers live in screens/; this room knows them only as a Screen. */
#ifndef VISIT_APP_H
#define VISIT_APP_H

#include "base/err.h"
#include "library/library.h"
#include "outcome/check.h"
#include "outcome/compose.h"
#include "outcome/draft.h"
#include "outcome/years.h"
#include "store/store.h"
#include "takeaway/save.h"
#include "takeaway/sticks.h"
#include "ui/editor.h"
#include "ui/input.h"
#include "ui/node.h"
#include "visit/job.h"

/* What a screen is: const, one a file. */
typedef struct Screen {
    const char *name; /* for `tree` and pictures */
    bool own_words;   /* shows what a family wrote: longer idle, 'Hide my screen' */
    bool typing;      /* text input goes to the App's editor */
    bool cover;       /* hides the visit: idle, cleared */
    void (*build)(Ui *ui, const App *app);
    void (*done)(App *app); /* Enter on a real keyboard while typing; NULL: none */
    void (*samples)(
        App *app); /* fills the App for `tree` and `pictures`; NULL: the common sample */
} Screen;

/* Where a person is. */
typedef struct Spot {
    const Screen *screen;
    int arg;
} Spot;

enum { SPOTS_MOST = 24, CODE_LETTERS = 16, PIN_SIZE = 12 };

/* What is being typed on the keyboard page, and where it goes. */
typedef enum FieldKind { FIELD_NAME, FIELD_PART, FIELD_SAYS, FIELD_SENTENCE, FIELD_NOTE } FieldKind;

/* The stage of a visit to a stick. */
typedef enum StickTask { TASK_NONE, TASK_SAVE, TASK_OPEN } StickTask;

/* Site settings, from the command line, kiosk.json and the staff page. */
typedef struct Site {
    int idle_s, idle_words_s; /* without touch, on pages without and with own words */
    int countdown_s, cleared_s;
    int keep_days;
    Look look; /* what every visit begins with */
} Site;

/* What comes from outside and tests replace. */
typedef struct Clock {
    int64_t now_ms; /* monotonic, read once a turn */
    Date today;
} Clock;

struct App {
    Library *library;
    Store *store;
    Sticks *sticks; /* NULL: none */
    Ui *ui;
    Site site;
    Clock clock;
    const Screen *home, *cover, *cleared, *stick_screen; /* the ones this room goes to by itself */

    /* The visit: all of it goes in app_forget. */
    Draft draft;
    int outcome; /* the one being worked on */
    Draft undo;  /* before the last take-out */
    bool can_undo;
    bool kept; /* saved under key */
    DraftKey key;
    char code[CODE_SIZE]; /* the five words, while they are shown */
    uint64_t saved_hash, seen_hash;
    int64_t save_due_ms; /* -1: nothing to save */
    Err save_err;
    Composed composed; /* of the current outcome */
    Checked checked;
    bool begun; /* somebody has touched the screen since it was cleared */
    Spot spots[SPOTS_MOST];
    int depth;
    int64_t touched_ms; /* last input */
    int64_t cover_ms;   /* when the cover came; -1: it is not there */
    bool hidden;        /* covered by 'Hide my screen' rather than by idling */

    /* Screens' own small state. */
    struct {
        int chapter, page;
        bool easy;
    } guide;
    struct {
        int stage; /* -1: all */
        int index;
        bool show_good; /* one card at a time */
    } examples;
    struct {
        int card;
        Answer answer;
        bool yes;
    } practice;
    struct {
        int first_idea; /* 'More ideas' turns them */
        bool visited;   /* the check page was left once: 'Keep it as it is' shows */
        bool fixing;    /* came from the check page: back to it when answered */
    } builder;
    struct {
        FieldKind kind;
        Part part;
        bool shift, full;
        const char *layer;
        const char *accents; /* of the letter that was held; NULL: none */
        Editor editor;
    } field;
    struct {
        int at; /* word being given */
        char word[CODE_WORDS][CODE_WORD_SIZE];
        char letters[CODE_LETTERS];
        bool refused;
        int wait_s;
    } words;
    struct {
        StickTask task;
        Err err;
        bool done, writing;
        int number; /* of the files */
        char id[STICK_NAME_SIZE];
        int in; /* sticks that could be used now */
        int found_count;
        Found found[FOUND_MOST];
    } stick;
    struct {
        Progress progress;
        NextStep next;
        char note[DRAFT_NOTE_SIZE];
    } review;
    int photo; /* outcome on the photo page */
    struct {
        char pin[PIN_SIZE], first[PIN_SIZE];
        bool differs, refused, inside;
        int wait_s, shown;
    } staff;

    Job job;                                  /* waiting for the worker, or with it */
    void (*job_done)(App *app, JobKind kind); /* screens: where to go when it is done */
    bool quit;
};

/* Prepares an App around its parts (all borrowed). The visit is empty, home is shown. */
void app_init(App *app);

/* Puts right what follows from the last change: sentence, findings, what is to be saved. */
void app_settle(App *app);

/* Handles one input: touch, keys, typing, waking. */
void app_input(App *app, const Input *input);

/* Does what is due by now: repeats, saving, covering, clearing. */
void app_tick(App *app);

/* When app_tick has next to be called, monotonic ms; -1: not at all. */
int64_t app_next_ms(const App *app);

/* Declares and lays out the screen that shows. */
void app_frame(App *app);

/* Ends the visit: saves what is kept, wipes everything a family said or chose. */
void app_forget(App *app);

/* places.c: where a person is. */
void app_go(App *app, const Screen *screen, int arg);   /* one deeper */
void app_swap(App *app, const Screen *screen, int arg); /* in place of this one */
void app_back(App *app, int ignored);
void app_home(App *app, int ignored);             /* the work stays in memory */
void app_back_to(App *app, const Screen *screen); /* up to it, or home */
const Screen *app_screen(const App *app);
int app_arg(const App *app);
bool app_knows(const App *app, const Screen *screen); /* it is on the way back */

/* Saves now when the draft is kept and has changed. */
void app_save(App *app);

/* Covers the screen: idle or 'Hide my screen'. */
void app_hide(App *app, int ignored);
void app_show_again(App *app, int ignored);
void app_finish(App *app, int ignored); /* forget, then the page that says so */

/* The current outcome; its parts. */
Outcome *app_outcome(App *app);
const Outcome *app_outcome_const(const App *app);
bool app_has_words(const App *app);

/* Jobs: handlers fill app->job and call app_start; the result comes to app_job_done. */
void app_start(App *app, JobKind kind);
void app_job_done(App *app);
bool app_busy(const App *app);

/* A stick came or went. */
void app_sticks_changed(App *app);

#endif
