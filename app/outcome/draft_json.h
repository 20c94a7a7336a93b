/* The draft as JSON: what the store seals and what goes home on a stick (content/draft.schema.json
 * tells other software). */
#ifndef OUTCOME_DRAFT_JSON_H
#define OUTCOME_DRAFT_JSON_H

#include "base/err.h"
#include "base/json.h"
#include "outcome/draft.h"

/* Adds the draft's members to an object, in stable order; leaves out what is empty. */
void draft_to_json(const Draft *draft, JsonOut *object);

/* Reads those members back. Unknown members are refused (ERR_DAMAGED), as are unknown names, texts
 * over our limits or with forbidden characters, too many outcomes. *draft untouched on failure. */
Err draft_from_json(const Json *object, Draft *draft);

#endif
