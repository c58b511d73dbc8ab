package io.lidc.sample;

/** A direction in the patient's coordinates, of length 1: x to the left, y to the back, z to the head. */
record Direction(double x, double y, double z) {

    double dot(Direction other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Direction cross(Direction other) {
        return new Direction(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }
}
