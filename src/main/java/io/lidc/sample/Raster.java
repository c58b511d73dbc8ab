package io.lidc.sample;

/** Numbers in rows and columns, row by row from the upper left. */
record Raster(int rows, int columns, double... numbers) {}
