package io.lidc.sample;

import java.util.List;

/**
 * A chest of ellipsoids in the patient's coordinates, mm, around the axis of the gantry.
 *
 * @param nodule the one thing in which the patients differ
 */
record Phantom(Ellipsoid nodule) {

    /** z of the middle of the chest, mm. */
    static final double MIDDLE = -150;

    private static final double AIR = -1000;
    private static final double ENDLESS = 10_000;

    /** From the outside in: what comes later lies within what comes before. */
    private static final List<Ellipsoid> CHEST = List.of(
            new Ellipsoid(0, 0, MIDDLE, 165, 112, ENDLESS, -90),
            new Ellipsoid(0, 0, MIDDLE, 155, 102, ENDLESS, 45),
            new Ellipsoid(-76, -4, MIDDLE, 58, 82, 125, -850),
            new Ellipsoid(78, -4, MIDDLE, 55, 80, 120, -850),
            new Ellipsoid(28, -38, MIDDLE - 45, 52, 44, 55, 40),
            new Ellipsoid(0, 0, MIDDLE + 110, 9, 9, 90, AIR),
            new Ellipsoid(0, 74, MIDDLE, 22, 20, ENDLESS, 350),
            new Ellipsoid(0, -94, MIDDLE, 20, 6, 90, 300));

    /** A chest with a round nodule of soft tissue, its centre relative to the middle of the chest. */
    static Phantom withNodule(double x, double y, double z, double radius) {
        return new Phantom(new Ellipsoid(x, y, MIDDLE + z, radius, radius, radius, 35));
    }

    double hounsfieldUnits(double x, double y, double z) {
        double units = AIR;
        for (Ellipsoid part : CHEST) {
            units = part.contains(x, y, z) ? part.hounsfieldUnits() : units;
        }
        return nodule.contains(x, y, z) ? nodule.hounsfieldUnits() : units;
    }

    /** The part of space that one tissue fills: centre and half axes in mm. */
    record Ellipsoid(
            double centreX,
            double centreY,
            double centreZ,
            double halfX,
            double halfY,
            double halfZ,
            double hounsfieldUnits) {

        boolean contains(double x, double y, double z) {
            return square((x - centreX) / halfX) + square((y - centreY) / halfY) + square((z - centreZ) / halfZ) <= 1;
        }

        private static double square(double number) {
            return number * number;
        }
    }
}
