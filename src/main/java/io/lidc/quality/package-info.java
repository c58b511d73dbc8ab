/**
 * How sound each CT series is: its slices as they lie along their normal, a verdict, and the reasons for it. Reads the database that
 * runs fill and keeps the table {@code series_quality}; knows no Camel.
 */
package io.lidc.quality;
