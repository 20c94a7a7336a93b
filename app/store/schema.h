/* The tables, version by version. A step makes version n of version n - 1, in one transaction with
 * its number; steps once released never change. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "store/sql.h"

enum { SCHEMA_APPLICATION = 0x54504B31 /* 'TPK1' */ };

typedef struct Schema {
    int version; /* number of steps */
    const char *const *steps;
} Schema;

extern const Schema schema_ours;

/* Runs the steps from version + 1 on. What a new database holds beside its tables (salt, cost) is
 * written with step 1. */
Err schema_migrate(Sql *sql, const Schema *schema, int version);

#endif
