package io.lidc.quality;

/** A vector in the patient's coordinate system: x to the left, y to the back, z to the head, mm (PS3.3 section C.7.6.2.1.1). */
record Vector(double x, double y, double z) {

    Vector minus(Vector other) {
        return new Vector(x - other.x, y - other.y, z - other.z);
    }

    double dot(Vector other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vector cross(Vector other) {
        return new Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    /** The same direction with length 1. */
    Vector unit() {
        double length = length();
        return new Vector(x / length, y / length, z / length);
    }

    /** The greatest difference between two components. */
    double difference(Vector other) {
        Vector difference = minus(other);
        return Math.max(Math.abs(difference.x), Math.max(Math.abs(difference.y), Math.abs(difference.z)));
    }
}
