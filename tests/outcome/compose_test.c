/* Sentences: exact ones for what parents type, and what holds for all of them. */
#include "unit.h"

#include "base/text.h"
#include "base/utf8.h"
#include "english.h"
#include "outcome/compose.h"
#include "outcome/verbs.h"

#include <stdio.h>
#include <strings.h>

enum { SLOTS = PART_WHY - PART_WHAT + 1 };

/* words: what, where, know, when, why; NULL: not said. */
static void make(Draft *draft, Voice voice, Pronoun pronoun, const char *name,
                 const char *const words[SLOTS]) {
    draft_init(draft);
    draft->voice = voice;
    draft->pronoun = pronoun;
    text_set(draft->name, sizeof draft->name, name);
    for (int i = 0; i < SLOTS; i++) {
        draft_set_words(draft, 0, (Part)(PART_WHAT + i), words[i] ? words[i] : "");
    }
}

typedef struct Sentence {
    const char *words[SLOTS];
    const char *third, *first;
} Sentence;

static const Sentence sentences[] = {
    {{"ask a friend to play", "at playtime", "three times a week", "by the end of Year 4",
      "she has friends"},
     "Maya will ask a friend to play at playtime, three times a week, by the end of Year 4, so "
     "that "
     "she has friends.",
     "By the end of Year 4, I am asking a friend to play at playtime, three times a week, so that "
     "I "
     "have friends."},
    /* Joining words that the parent typed are not said twice. */
    {{"will ask for help", NULL, NULL, "the end of Year 4", "so that she has friends"},
     "Maya will ask for help, by the end of Year 4, so that she has friends.",
     "By the end of Year 4, I am asking for help, so that I have friends."},
    {{"to ask for help", NULL, NULL, "July", "because it is quicker"},
     "Maya will ask for help, by July, because it is quicker.",
     "By July, I am asking for help, because it is quicker."},
    {{"Maya will ask for help", NULL, NULL, "By July 2027", "So she can join in"},
     "Maya will ask for help, by July 2027, so she can join in.",
     "By July 2027, I am asking for help, so I can join in."},
    {{"Maya to ask for help"}, "Maya will ask for help.", "I am asking for help."},
    {{"she will ask for help"}, "Maya will ask for help.", "I am asking for help."},
    {{"to be able to swim"}, "Maya will be able to swim.", "I am able to swim."},
    {{"will be able to wait"}, "Maya will be able to wait.", "I am able to wait."},
    {{"be dry at night"}, "Maya will be dry at night.", "I am dry at night."},
    {{"be"}, "Maya will be.", "I am being."},
    {{"my child will wait"}, "Maya will wait.", "I am waiting."},
    /* Words that bring their own subject or verb form stay whole. */
    {{"Maya can tie laces"}, "Maya can tie laces.", "I can tie laces."},
    {{"can tie laces"}, "Maya can tie laces.", "I can tie laces."},
    {{"is walking to school"}, "Maya is walking to school.", "I am walking to school."},
    {{"walks to familiar shops"},
     "Maya walks to familiar shops.",
     "I am walking to familiar shops."},
    {{"Maya walks to school"}, "Maya walks to school.", "I am walking to school."},
    {{"asking for help"}, "Maya will be asking for help.", "I am asking for help."},
    {{"asks and answers"}, "Maya asks and answers.", "Maya asks and answers."},
    {{"My son will walk to school", NULL, NULL, "July"},
     "My son will walk to school, by July.",
     "By July, my son will walk to school."},
    {{"by July Ellie will walk home"},
     "By July Ellie will walk home.",
     "By July Ellie will walk home."},
    {{"I am cooking my tea"}, "I am cooking my tea.", "I am cooking my tea."},
    /* Turning: doubled letters, dropped e, ie to y, and what stands as it is. */
    {{"swim a length"}, "Maya will swim a length.", "I am swimming a length."},
    {{"get dressed"}, "Maya will get dressed.", "I am getting dressed."},
    {{"make toast"}, "Maya will make toast.", "I am making toast."},
    {{"tie her laces"}, "Maya will tie her laces.", "I am tying her laces."},
    {{"see the GP alone"}, "Maya will see the GP alone.", "I am seeing the GP alone."},
    {{"travel by bus"}, "Maya will travel by bus.", "I am travelling by bus."},
    {{"have two friends"}, "Maya will have two friends.", "I have two friends."},
    {{"know the way home"}, "Maya will know the way home.", "I know the way home."},
    {{"not hit others"}, "Maya will not hit others.", "I will not hit others."},
    {{"choose, pay and sit down"},
     "Maya will choose, pay and sit down.",
     "I can choose, pay and sit down."},
    {{"wash and dry hands"}, "Maya will wash and dry hands.", "I can wash and dry hands."},
    {{"doodle on paper"}, "Maya will doodle on paper.", "I can doodle on paper."},
    /* Capitals, stops and commas where the parts meet. */
    {{"Ask for help.", "At playtime,", "Three times a week.", "By the end of Year 4.",
      "People understand her."},
     "Maya will ask for help at playtime, three times a week, by the end of Year 4, so that people "
     "understand her.",
     "By the end of Year 4, I am asking for help at playtime, three times a week, so that people "
     "understand her."},
    {{"Take turns", "Oak Hill School", "PE", "Easter", "Tom can play too"},
     "Maya will take turns Oak Hill School, PE, by Easter, so that Tom can play too.",
     "By Easter, I am taking turns Oak Hill School, PE, so that Tom can play too."},
    {{"ask, please!!", " at home ; ", "...", "by", "so that"},
     "Maya will ask, please at home.",
     "I am asking, please at home."},
    {{"get up", NULL, "at 7 a.m.", NULL, "I like mornings"},
     "Maya will get up, at 7 a.m., so that I like mornings.",
     "I am getting up, at 7 a.m., so that I like mornings."},
    {{"get up", NULL, NULL, NULL, "breakfast is at 7 a.m."},
     "Maya will get up, so that breakfast is at 7 a.m.",
     "I am getting up, so that breakfast is at 7 a.m."},
    {{"walk .5 miles"}, "Maya will walk .5 miles.", "I am walking .5 miles."},
    {{"say ‘Can I play?’"}, "Maya will say ‘Can I play?’", "I am saying ‘Can I play?’"},
    {{"say ‘stop’"}, "Maya will say ‘stop’.", "I am saying ‘stop’."},
    {{"PE kit on alone"}, "Maya will PE kit on alone.", "I can PE kit on alone."},
    /* The reason turns as a whole or not at all. */
    {{"wait", NULL, NULL, NULL, "she is calm"},
     "Maya will wait, so that she is calm.",
     "I am waiting, so that I am calm."},
    {{"wait", NULL, NULL, NULL, "she feels calm"},
     "Maya will wait, so that she feels calm.",
     "I am waiting, so that I feel calm."},
    {{"wait", NULL, NULL, NULL, "Maya can join in"},
     "Maya will wait, so that Maya can join in.",
     "I am waiting, so that I can join in."},
    {{"wait", NULL, NULL, NULL, "she can play with her friends"},
     "Maya will wait, so that she can play with her friends.",
     "I am waiting, so that she can play with her friends."},
    {{"wait", NULL, NULL, NULL, "to have friends"},
     "Maya will wait, to have friends.",
     "I am waiting, to have friends."},
    {{"wait", NULL, NULL, NULL, "ready for school"},
     "Maya will wait, ready for school.",
     "I am waiting, ready for school."},
    /* Deadlines. */
    {{"wait", NULL, NULL, "before Year 5"},
     "Maya will wait, before Year 5.",
     "Before Year 5, I am waiting."},
    {{"wait", NULL, NULL, "Year 5"}, "Maya will wait, by Year 5.", "By Year 5, I am waiting."},
    {{"wait", NULL, NULL, "In two terms"},
     "Maya will wait, in two terms.",
     "In two terms, I am waiting."},
    {{"wait", NULL, NULL, "bypass day"},
     "Maya will wait, by bypass day.",
     "By bypass day, I am waiting."},
    /* Parts that are still open. */
    {{NULL}, "Maya will.", "I am."},
    {{NULL, "at home"}, "Maya will at home.", "I am at home."},
    {{"will"}, "Maya will.", "I am."},
    {{"wait", NULL, "twice", NULL, "it helps"},
     "Maya will wait, twice, so that it helps.",
     "I am waiting, twice, so that it helps."},
};

static void assert_sentence(const Draft *draft, const char *expected) {
    Composed composed;
    compose(draft, 0, english(), &composed);
    assert_string_equal(composed.text, expected);
}

static void sentences_are_exactly_so(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++) {
        Draft draft;
        make(&draft, VOICE_THIRD, PRONOUN_SHE, "Maya", sentences[i].words);
        assert_sentence(&draft, sentences[i].third);
        draft.voice = VOICE_FIRST;
        assert_sentence(&draft, sentences[i].first);
    }
}

static void names_and_pronouns_of_every_kind(void **state) {
    (void)state;
    static const struct {
        const char *name;
        Pronoun pronoun;
        const char *what, *why, *third, *first;
    } cases[] = {
        {"", PRONOUN_THEY, "wait", "they have friends",
         "My child will wait, so that they have friends.", "I am waiting, so that I have friends."},
        {"", PRONOUN_HE, "he will wait", "he has friends",
         "My child will wait, so that he has friends.", "I am waiting, so that I have friends."},
        {"James", PRONOUN_HE, "James to wait", "James has friends",
         "James will wait, so that James has friends.", "I am waiting, so that I have friends."},
        {"Will", PRONOUN_HE, "will wait", NULL, "Will will wait.", "I am waiting."},
        {"Will", PRONOUN_HE, "Will wait", NULL, "Will will wait.", "I am waiting."},
        {"Will", PRONOUN_HE, "Will will wait", NULL, "Will will wait.", "I am waiting."},
        {"Will", PRONOUN_HE, "Will can wait", NULL, "Will can wait.", "I can wait."},
        {"A", PRONOUN_SHE, "A will wait", NULL, "A will wait.", "I am waiting."},
        {"A", PRONOUN_SHE, "A game of chess", NULL, "A will A game of chess.",
         "I can A game of chess."},
        {"Jo-Anne", PRONOUN_SHE, "Jo-Anne will wait", NULL, "Jo-Anne will wait.", "I am waiting."},
        {"Mary Ann", PRONOUN_SHE, "Mary Ann will wait", NULL, "Mary Ann will wait.",
         "I am waiting."},
        {"May", PRONOUN_SHE, "wait", "May can join in", "May will wait, so that May can join in.",
         "I am waiting, so that I can join in."},
        {"Mark", PRONOUN_HE, "mark his own work", NULL, "Mark will mark his own work.",
         "I am marking his own work."},
        {"zoë", PRONOUN_SHE, "wait", NULL, "Zoë will wait.", "I am waiting."},
        {"émile", PRONOUN_HE, "wait", NULL, "Émile will wait.", "I am waiting."},
        {"Maya", PRONOUN_SHE, "Maya’s friends ask her", NULL, "Maya will Maya’s friends ask her.",
         "I can Maya’s friends ask her."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *const words[SLOTS] = {cases[i].what, NULL, NULL, NULL, cases[i].why};
        Draft draft;
        make(&draft, VOICE_THIRD, cases[i].pronoun, cases[i].name, words);
        assert_sentence(&draft, cases[i].third);
        draft.voice = VOICE_FIRST;
        assert_sentence(&draft, cases[i].first);
    }
}

/* Words that came from a file were not tidied on the way in. */
static void line_breaks_and_double_spaces_become_one_space(void **state) {
    (void)state;
    Draft draft;
    draft_init(&draft);
    text_set(draft.name, sizeof draft.name, "Maya");
    text_set(draft.outcomes[0].words[PART_WHAT], DRAFT_WORDS_SIZE, "\nask \n\n for  help\n");
    text_set(draft.outcomes[0].words[PART_WHY], DRAFT_WORDS_SIZE, "it\nhelps");
    assert_sentence(&draft, "Maya will ask for help, so that it helps.");
}

static void a_grammar_without_extra_words_still_makes_sentences(void **state) {
    (void)state;
    Grammar plain = *english();
    plain.first_can = plain.will_be = NULL;
    Draft draft;
    Composed composed;
    make(&draft, VOICE_FIRST, PRONOUN_SHE, "Maya", (const char *const[SLOTS]){"doodle on paper"});
    compose(&draft, 0, &plain, &composed);
    assert_string_equal(composed.text, "I will doodle on paper.");
    make(&draft, VOICE_THIRD, PRONOUN_SHE, "Maya", (const char *const[SLOTS]){"asking for help"});
    compose(&draft, 0, &plain, &composed);
    assert_string_equal(composed.text, "Maya will asking for help.");
}

/* ---- what holds for every sentence ---- */

static const char *const awkward[][SLOTS] = {
    {"ask a friend to play", "at playtime", "three times a week", "by the end of Year 4",
     "she has friends"},
    {"Will ask a friend.", "At playtime,", "Three times.", "The end of Year 4.",
     "So that she has friends."},
    {"to be able to swim", "in the pool", "10 metres", "July", "because she loves water"},
    {"Maya will walk", "Oak Hill School", "PE", "Before Easter", "Maya can be on time"},
    {"she to hop", "with Mum or Dad", "on 4 days out of 5", "this year", "to have fun"},
    {"can tie laces", "“upstairs”", "every day!", "age 9", "I can do more"},
    {"asking, again and again", "at 7 a.m.", "p.m.", "in 2027,", "people   understand"},
    {"walks, runs; hops", "(at home)", "5/10", "01/07/2027", "as it is fun"},
    {"say ‘Can I play?’", "‘here’", "é", "Eid", "ready for school"},
    {"I am cooking", "a\nb", "x,y", "when 9", "Tom and I can play"},
    {"My son will wait", "😀", "100 %", "next term", "<b>bold</b> & \"brave\""},
    {"Pneumonoultramicroscopicsilicovolcanoconiosisosis twice", "über", "1,5", "Term 6",
     "her hair stays dry"},
    {"be", "BSL", "A", "I", "is calm"},
    {"not hit", ".5 miles away", "…", "until June", "in order to stay in"},
};
enum { AWKWARD = sizeof awkward / sizeof awkward[0] };

static bool in_text(const char *text, const char *word, size_t len) {
    for (; *text; text++) {
        if (strncasecmp(text, word, len) == 0) {
            return true;
        }
    }
    return len == 0;
}

static bool is_join(const char *word, size_t len, const char *name) {
    static const char *const joins[] = {"will", "to", "she", "he", "they", "be", "is", "has", NULL};
    for (int i = 0; joins[i]; i++) {
        if (strlen(joins[i]) == len && strncasecmp(word, joins[i], len) == 0) {
            return true;
        }
    }
    return strlen(name) == len && strncasecmp(word, name, len) == 0;
}

/* 'ask' as 'asking', 'asks' as 'asking', 'loves' as 'love'. */
static bool is_turned(const char *word, size_t len, const char *text) {
    char base[VERB_SIZE], turned[VERB_SIZE];
    if (verb_to_ing(word, len, turned)) {
        return in_text(text, turned, strlen(turned));
    }
    return verb_from_s(word, len, base) && verb_to_ing(base, strlen(base), turned) &&
           (in_text(text, base, strlen(base)) || in_text(text, turned, strlen(turned)));
}

/* Every word of a part is in the text, apart from the joins at its beginning, and in the first
 * person from the verbs that are turned there. */
static void assert_words_kept(const char *words, const char *text, const char *name, bool first) {
    int number = 0;
    for (const char *at = words; *at; number++) {
        size_t len = strcspn(at, " \n");
        const char *next = at + len + strspn(at + len, " \n");
        while (len > 0 && strchr(".,;:!?", at[len - 1])) {
            len--;
        }
        bool kept = in_text(text, at, len) || (number < 4 && is_join(at, len, name)) ||
                    (first && number < 4 && is_turned(at, len, text));
        if (!kept) {
            fprintf(stderr, "'%.*s' of '%s' is not in '%s'\n", (int)len, at, words, text);
        }
        assert_true(kept);
        at = next;
    }
}

static void assert_ends_once(const char *text) {
    static const char *const quoted[] = {"?’", "!’", ".’", "?”", "!”", ".”"};
    assert_false(text_ends(text, "..") || text_ends(text, ",.") || text_ends(text, " ."));
    bool ends = text_ends(text, ".");
    for (size_t i = 0; i < sizeof quoted / sizeof quoted[0]; i++) {
        ends = ends || text_ends(text, quoted[i]);
    }
    assert_true(ends);
}

static void assert_stretches_cover(const Composed *composed) {
    size_t at = 0;
    int seen[PART_COUNT + 1] = {0};
    assert_in_range(composed->count, 1, STRETCHES_MOST);
    for (int i = 0; i < composed->count; i++) {
        const Stretch *stretch = &composed->stretches[i];
        if (stretch->open) {
            assert_int_equal(stretch->from, 0);
            assert_int_equal(stretch->len, 0);
        } else {
            assert_int_equal(stretch->from, at);
            assert_true(stretch->len > 0);
            at += stretch->len;
        }
        seen[stretch->part]++;
    }
    assert_int_equal(at, strlen(composed->text));
    for (int part = PART_WHAT; part <= PART_WHY; part++) {
        assert_int_equal(seen[part], 1);
    }
    assert_int_equal(seen[PART_HOPE] + seen[PART_HARD] + seen[PART_HELP], 0);
}

static void assert_open(const Composed *composed, Part part, bool open) {
    for (int i = 0; i < composed->count; i++) {
        if (composed->stretches[i].part == part) {
            assert_int_equal(composed->stretches[i].open, open);
        }
    }
}

static void assert_sound(const Draft *draft, const char *const words[SLOTS]) {
    Composed composed;
    compose(draft, 0, english(), &composed);
    const char *text = composed.text;
    assert_true(utf8_valid(text, strlen(text)));
    assert_false(text[0] >= 'a' && text[0] <= 'z');
    assert_null(strstr(text, "  "));
    assert_null(strstr(text, ",,"));
    assert_null(strstr(text, ", ,"));
    assert_null(strstr(text, " ,"));
    assert_null(strchr(text, '\n'));
    assert_ends_once(text);
    assert_stretches_cover(&composed);
    for (int i = 0; i < SLOTS; i++) {
        if (words[i]) {
            bool first = draft->voice == VOICE_FIRST;
            assert_words_kept(draft->outcomes[0].words[PART_WHAT + i], text, draft->name, first);
        } else {
            assert_open(&composed, (Part)(PART_WHAT + i), true);
        }
    }
}

static void every_set_of_parts_makes_a_sound_sentence(void **state) {
    (void)state;
    static const char *const names[] = {"Maya", "", "James", "zoë", "J"};
    enum { NAMES = sizeof names / sizeof names[0], SHIFTS = 3 };
    for (int set = 0; set < 1 << SLOTS; set++) {
        for (int n = 0; n < AWKWARD * SHIFTS * NAMES; n++) {
            const char *words[SLOTS];
            int shift = n / AWKWARD % SHIFTS;
            for (int i = 0; i < SLOTS; i++) {
                words[i] = set >> i & 1 ? awkward[(n + i * shift) % AWKWARD][i] : NULL;
            }
            for (int voice = 0; voice < VOICE_COUNT; voice++) {
                for (int pronoun = 0; pronoun < PRONOUN_COUNT; pronoun++) {
                    Draft draft;
                    make(&draft, (Voice)voice, (Pronoun)pronoun, names[n / AWKWARD / SHIFTS],
                         words);
                    assert_sound(&draft, words);
                }
            }
        }
    }
}

static void filled_parts_are_not_open(void **state) {
    (void)state;
    for (int set = 0; set < 1 << SLOTS; set++) {
        for (int voice = 0; voice < VOICE_COUNT; voice++) {
            const char *words[SLOTS];
            for (int i = 0; i < SLOTS; i++) {
                words[i] = set >> i & 1 ? awkward[0][i] : NULL;
            }
            Draft draft;
            Composed composed;
            make(&draft, (Voice)voice, PRONOUN_SHE, "Maya", words);
            compose(&draft, 0, english(), &composed);
            for (int i = 0; i < SLOTS; i++) {
                assert_open(&composed, (Part)(PART_WHAT + i), !words[i]);
            }
        }
    }
}

static void the_longest_parts_fit_without_losing_a_word(void **state) {
    (void)state;
    char words[SLOTS][DRAFT_WORDS_SIZE], name[DRAFT_NAME_SIZE];
    const char *list[SLOTS];
    memset(name, 'N', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    for (int i = 0; i < SLOTS; i++) {
        memset(words[i], 'a' + i, DRAFT_WORDS_SIZE - 1);
        words[i][DRAFT_WORDS_SIZE - 1] = '\0';
        list[i] = words[i];
    }
    for (int voice = 0; voice < VOICE_COUNT; voice++) {
        Draft draft;
        make(&draft, (Voice)voice, PRONOUN_SHE, name, list);
        assert_sound(&draft, list);
    }
}

static void a_grammar_too_long_is_cut_and_never_overflows(void **state) {
    (void)state;
    char words[COMPOSED_SIZE];
    memset(words, 'w', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    Grammar long_words = *english();
    long_words.will = long_words.so_that = long_words.first_can = words;
    for (int voice = 0; voice < VOICE_COUNT; voice++) {
        Draft draft;
        Composed composed;
        make(&draft, (Voice)voice, PRONOUN_SHE, "Maya",
             (const char *const[SLOTS]){"doodle é", "é", "é", "é", "é"});
        compose(&draft, 0, &long_words, &composed);
        assert_true(strlen(composed.text) < sizeof composed.text);
        assert_true(utf8_valid(composed.text, strlen(composed.text)));
    }
}

/* ---- sentences edited as a whole ---- */

static void assert_stretch(const Composed *composed, Part part, const char *expected) {
    for (int i = 0; i < composed->count; i++) {
        const Stretch *stretch = &composed->stretches[i];
        if (stretch->part == part) {
            assert_non_null(expected);
            assert_int_equal(stretch->len, strlen(expected));
            assert_memory_equal(composed->text + stretch->from, expected, stretch->len);
            return;
        }
    }
    assert_null(expected);
}

static void an_edited_sentence_wins_and_keeps_what_still_occurs(void **state) {
    (void)state;
    Draft draft;
    Composed composed;
    make(&draft, VOICE_THIRD, PRONOUN_SHE, "Maya", sentences[0].words);
    text_set(draft.outcomes[0].sentence, DRAFT_SENTENCE_SIZE,
             "By the end of Year 4 our Maya will happily ask a friend to play at lunch and at "
             "playtime");
    compose(&draft, 0, english(), &composed);
    assert_string_equal(composed.text, draft.outcomes[0].sentence);
    assert_stretch(&composed, PART_WHAT, "ask a friend to play");
    assert_stretch(&composed, PART_WHERE, "at playtime");
    assert_stretch(&composed, PART_KNOW, NULL);
    assert_stretch(&composed, PART_WHEN, "By the end of Year 4");
    assert_stretch(&composed, PART_WHY, NULL);
    size_t at = 0;
    for (int i = 0; i < composed.count; i++) {
        assert_int_equal(composed.stretches[i].from, at);
        assert_false(composed.stretches[i].open);
        at += composed.stretches[i].len;
    }
    assert_int_equal(at, strlen(composed.text));
}

static void an_edit_in_the_first_person_keeps_turned_words(void **state) {
    (void)state;
    Draft draft;
    Composed composed;
    make(&draft, VOICE_FIRST, PRONOUN_SHE, "Maya", sentences[0].words);
    text_set(draft.outcomes[0].sentence, DRAFT_SENTENCE_SIZE,
             "I am asking a friend to play so that I have friends.");
    compose(&draft, 0, english(), &composed);
    assert_stretch(&composed, PART_WHAT, "asking a friend to play");
    assert_stretch(&composed, PART_WHY, "I have friends");
}

static void words_are_kept_whole_and_never_twice(void **state) {
    (void)state;
    Draft draft;
    Composed composed;
    make(&draft, VOICE_THIRD, PRONOUN_SHE, "Maya",
         (const char *const[SLOTS]){"play", "play", NULL, "play", "display"});
    text_set(draft.outcomes[0].sentence, DRAFT_SENTENCE_SIZE, "Replay, display, play and play");
    compose(&draft, 0, english(), &composed);
    int plays = 0;
    for (int i = 0; i < composed.count; i++) {
        const Stretch *stretch = &composed.stretches[i];
        if (stretch->part != PART_COUNT && stretch->part != PART_WHY) {
            plays++;
            assert_true(stretch->from >= strlen("Replay, display, "));
        }
    }
    assert_int_equal(plays, 2);
    assert_stretch(&composed, PART_WHY, "display");
}

static void an_edit_with_nothing_of_the_parts_is_all_joining_words(void **state) {
    (void)state;
    Draft draft;
    Composed composed;
    make(&draft, VOICE_THIRD, PRONOUN_SHE, "Maya", (const char *const[SLOTS]){NULL});
    text_set(draft.outcomes[0].sentence, DRAFT_SENTENCE_SIZE, "x");
    compose(&draft, 0, english(), &composed);
    assert_int_equal(composed.count, 1);
    assert_int_equal(composed.stretches[0].part, PART_COUNT);
    assert_int_equal(composed.stretches[0].len, 1);
}

/* ---- small ones ---- */

static void possessives_take_a_typographic_apostrophe(void **state) {
    (void)state;
    char out[DRAFT_NAME_SIZE + 8];
    compose_possessive("Maya", out, sizeof out);
    assert_string_equal(out, "Maya’s");
    compose_possessive("James", out, sizeof out);
    assert_string_equal(out, "James’s");
    char small[9];
    compose_possessive("Zoëëë", small, sizeof small);
    assert_string_equal(small, "Zoë’s"); /* cut at a letter, never in the mark */
}

static void verbs_turn_by_the_rules_of_spelling(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"ask", "asking"},        {"swim", "swimming"},     {"get", "getting"},
        {"sit", "sitting"},       {"make", "making"},       {"write", "writing"},
        {"tie", "tying"},         {"lie", "lying"},         {"be", "being"},
        {"see", "seeing"},        {"agree", "agreeing"},    {"go", "going"},
        {"do", "doing"},          {"play", "playing"},      {"try", "trying"},
        {"carry", "carrying"},    {"wait", "waiting"},      {"eat", "eating"},
        {"help", "helping"},      {"show", "showing"},      {"fix", "fixing"},
        {"use", "using"},         {"choose", "choosing"},   {"run", "running"},
        {"plan", "planning"},     {"stop", "stopping"},     {"quit", "quitting"},
        {"visit", "visiting"},    {"listen", "listening"},  {"begin", "beginning"},
        {"forget", "forgetting"}, {"travel", "travelling"}, {"Ask", "asking"},
        {"cry", "crying"},        {"read", "reading"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        char out[VERB_SIZE];
        assert_true(verb_to_ing(pairs[i][0], strlen(pairs[i][0]), out));
        assert_string_equal(out, pairs[i][1]);
        assert_true(verb_is_ing(out, strlen(out)));
    }
    static const char *const none[] = {"",       "doodlex", "bring up",
                                       "friend", "thing",   "king",
                                       "string", "ask a",   "pneumonoultramicroscopicsilico"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        char out[VERB_SIZE] = "kept";
        assert_false(verb_to_ing(none[i], strlen(none[i]), out));
        assert_false(verb_is_ing(none[i], strlen(none[i])));
        assert_string_equal(out, "kept");
    }
    static const char *const with_s[][2] = {
        {"asks", "ask"}, {"washes", "wash"}, {"goes", "go"},   {"carries", "carry"},
        {"has", "have"}, {"ties", "tie"},    {"makes", "make"}};
    for (size_t i = 0; i < sizeof with_s / sizeof with_s[0]; i++) {
        char out[VERB_SIZE];
        assert_true(verb_from_s(with_s[i][0], strlen(with_s[i][0]), out));
        assert_string_equal(out, with_s[i][1]);
    }
    char out[VERB_SIZE];
    assert_false(verb_from_s("dress", 5, out) || verb_from_s("is", 2, out) ||
                 verb_from_s("ask", 3, out) || verb_from_s("friends", 7, out));
}

static int stop(void **state) {
    (void)state;
    english_done();
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_exactly_so),
        cmocka_unit_test(names_and_pronouns_of_every_kind),
        cmocka_unit_test(line_breaks_and_double_spaces_become_one_space),
        cmocka_unit_test(a_grammar_without_extra_words_still_makes_sentences),
        cmocka_unit_test(every_set_of_parts_makes_a_sound_sentence),
        cmocka_unit_test(filled_parts_are_not_open),
        cmocka_unit_test(the_longest_parts_fit_without_losing_a_word),
        cmocka_unit_test(a_grammar_too_long_is_cut_and_never_overflows),
        cmocka_unit_test(an_edited_sentence_wins_and_keeps_what_still_occurs),
        cmocka_unit_test(an_edit_in_the_first_person_keeps_turned_words),
        cmocka_unit_test(words_are_kept_whole_and_never_twice),
        cmocka_unit_test(an_edit_with_nothing_of_the_parts_is_all_joining_words),
        cmocka_unit_test(possessives_take_a_typographic_apostrophe),
        cmocka_unit_test(verbs_turn_by_the_rules_of_spelling),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
