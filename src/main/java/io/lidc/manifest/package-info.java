/** What a run leaves on record beside the database, and how another database is held against it. */
package io.lidc.manifest;
