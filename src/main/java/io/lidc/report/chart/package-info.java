/** Charts: what they show, how it is laid out, and the two canvases, SVG and PNG, that it is drawn on. Imports the JDK only. */
package io.lidc.report.chart;
