/* Plain words where hard ones stood: each sentence reads, or no swap is offered. */
#include "outcome/plain.h"
#include "unit.h"

#include <stdio.h>
#include <string.h>

static const Forms she = {{"she", "her", "her", "has", "herself"}, false};
static const Forms they = {{"they", "them", "their", "have", "themself"}, true};
static const Forms self = {{"I", "me", "my", "have", "myself"}, true};

static void assert_said(const char *plain, const Forms *forms, const char *expected) {
    char out[PLAIN_SIZE];
    plain_say(plain, forms, out);
    assert_string_equal(out, expected);
}

static void the_child_has_their_own_word(void **state) {
    (void)state;
    assert_said("calm himself when upset", &she, "calm herself when upset");
    assert_said("how clearly he speaks", &she, "how clearly she speaks");
    assert_said("the words and sentences he uses", &they, "the words and sentences they use");
    assert_said("how noise, touch, light and movement feel to him", &self,
                "how noise, touch, light and movement feel to me");
    assert_said("using his hands for small things", &self, "using my hands for small things");
    assert_said("what he understands", &self, "what I understand");
    assert_said("other children", &she, "other children");
}

/* The text with the swap made; NULL: none is offered. */
static const char *swapped(const char *text, const char *hard, const char *plain) {
    static char out[256];
    const char *at = strstr(text, hard);
    assert_non_null(at);
    size_t from = (size_t)(at - text);
    Swap swap;
    if (!plain_swap(text, from, from + strlen(hard), plain, &swap)) {
        return NULL;
    }
    snprintf(out, sizeof out, "%.*s%.*s%s", (int)swap.from, text, (int)swap.len, plain,
             text + swap.to);
    return out;
}

static void what_would_stand_twice_goes(void **state) {
    (void)state;
    const char *plain = "other children";
    assert_string_equal(swapped("Mira will play with peers.", "peers", plain),
                        "Mira will play with other children.");
    assert_string_equal(swapped("Mira will play with her peers.", "peers", plain),
                        "Mira will play with other children.");
    assert_string_equal(swapped("Mira will sit with two peers.", "peers", plain),
                        "Mira will sit with two other children.");
    assert_string_equal(swapped("Mira will sit with the peers.", "peers", plain),
                        "Mira will sit with the other children.");
    assert_string_equal(swapped("Mira will talk to her peer group.", "peer group", plain),
                        "Mira will talk to other children.");
    assert_string_equal(
        swapped("Mira will ask with her VOCA.", "VOCA", "a talking device or picture board"),
        "Mira will ask with a talking device or picture board.");
    assert_string_equal(
        swapped("Mira will tell us about transitioning to college.", "transitioning", "moving to"),
        "Mira will tell us about moving to college.");
    assert_null(swapped("Mira will use her fine motor skills.", "fine motor skills",
                        "using her hands for small things"));
}

static void verbs_stand_for_verbs_alone(void **state) {
    (void)state;
    assert_string_equal(swapped("Mira will initiate a game.", "initiate", "start"),
                        "Mira will start a game.");
    assert_string_equal(
        swapped("Mira will learn to self-regulate.", "self-regulate", "calm herself when upset"),
        "Mira will learn to calm herself when upset.");
    assert_null(swapped("Mira will improve her self-regulation.", "self-regulation",
                        "calm herself when upset"));
    assert_null(swapped("Mira will speak without initiating.", "initiating", "start"));
    assert_null(swapped("Mira will generalise.", "generalise", "help that is taken away"));
    assert_null(swapped("Mira will transition to Year 7.", "transition to", "moving to"));
    assert_null(swapped("Mira will play with a peer.", "peer", "other children"));
    assert_null(
        swapped("Mira will manage transitions.", "manage transitions", "what we would see her do"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_child_has_their_own_word),
        cmocka_unit_test(what_would_stand_twice_goes),
        cmocka_unit_test(verbs_stand_for_verbs_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
