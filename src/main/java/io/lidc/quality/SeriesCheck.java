package io.lidc.quality;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The check of one series. */
final class SeriesCheck {
    /** Degrees; below, positions are merely rounded. */
    private static final double MIN_TILT = 0.5;

    /** Cosine of two degrees: what deviates less from a plane of the patient is called parallel to it. */
    private static final double PARALLEL = Math.cos(Math.toRadians(2));

    /** A share: by how much thickness and spacing differ before that is worth a note. */
    private static final double TOLERANCE = 0.05;

    private static final int MIN_STACK = 3;

    private final Set<Finding> findings = EnumSet.noneOf(Finding.class);
    private final List<Slice> all;
    private final List<Slice> slices;
    private final List<Stack> stacks;

    private SeriesCheck(List<Slice> all) {
        this.all = all;
        slices = all.stream()
                .filter(slice -> !slice.isLocalizer() && !slice.isMultiFrame())
                .toList();
        stacks = Stacks.of(slices.stream().filter(Slice::hasPlace).toList());
    }

    /**
     * Checks a series.
     *
     * @param slices its instances, in any order
     * @param patientPosition Patient Position (0018,5100); null without one
     * @param pixels compares slices in one place
     */
    static SeriesQuality of(List<Slice> slices, String patientPosition, PixelComparison pixels) throws SQLException {
        SeriesCheck check = new SeriesCheck(slices);
        Duplicates duplicates = Duplicates.of(check.stacks, pixels);
        check.findKinds(patientPosition);
        check.findVariation();
        check.findStacks();
        check.findPlanes(duplicates);
        check.findNumbers();
        return check.quality(duplicates);
    }

    private void findKinds(String patientPosition) {
        add(Finding.LOCALIZERS, all.stream().anyMatch(Slice::isLocalizer));
        add(Finding.MULTI_FRAME, all.stream().anyMatch(Slice::isMultiFrame));
        add(Finding.SINGLE_SLICE, slices.size() == 1);
        add(Finding.NO_GEOMETRY, slices.stream().anyMatch(slice -> !slice.hasPlace()));
        add(Finding.FEET_FIRST, patientPosition != null && patientPosition.startsWith("FF"));
    }

    private void findVariation() {
        add(Finding.MATRIX_VARIES, Range.varies(slices, Slice::rows) || Range.varies(slices, Slice::columns));
        add(
                Finding.PIXEL_SPACING_VARIES,
                Range.varies(slices, Slice::pixelSpacingRow) || Range.varies(slices, Slice::pixelSpacingColumn));
        add(Finding.KERNEL_VARIES, slices.stream().map(Slice::kernel).distinct().count() > 1);
        add(Finding.THICKNESS_VARIES, Range.varies(slices, Slice::thickness));
    }

    private void findStacks() {
        if (stacks.size() > 1) {
            boolean stray = stacks.stream().anyMatch(stack -> stack.slices().size() < MIN_STACK);
            findings.add(stray ? Finding.ORIENTATION_VARIES : Finding.SEVERAL_STACKS);
        }
        boolean tilted = stacks.stream().anyMatch(stack -> stack.tilt() > MIN_TILT);
        add(Finding.TILTED_GANTRY, tilted);
        add(Finding.OBLIQUE, !tilted && stacks.stream().anyMatch(stack -> isOblique(stack.normal())));
    }

    private static boolean isOblique(Vector normal) {
        double largest = Math.max(Math.abs(normal.x()), Math.max(Math.abs(normal.y()), Math.abs(normal.z())));
        return largest < PARALLEL;
    }

    private void findPlanes(Duplicates duplicates) {
        add(Finding.PLANES_CONFLICT, duplicates.different() > 0);
        add(Finding.PLANES_REPEATED, duplicates.count() > duplicates.different());
        for (Stack stack : stacks) {
            Spacing spacing = stack.spacing();
            add(Finding.MISSING_SLICES, spacing.gaps() > 0);
            add(Finding.PLANES_CROWDED, spacing.crowded() > 0);
            add(Finding.SPACING_VARIES, spacing.uneven() > 0);
        }
        Range thickness = Range.of(slices, Slice::thickness);
        Spacing spacing = spacing();
        if (thickness != null && spacing != null) {
            add(Finding.SPACING_BELOW_THICKNESS, spacing.median() < thickness.min() * (1 - TOLERANCE));
            add(Finding.SPACING_ABOVE_THICKNESS, spacing.median() > thickness.max() * (1 + TOLERANCE));
        }
    }

    private void findNumbers() {
        add(Finding.NUMBERS_MISSING, InstanceNumbers.leftOut(all) > 0);
        for (Stack stack : stacks) {
            add(Finding.NUMBERS_REPEATED, InstanceNumbers.repeated(stack.slices()) > 0);
            add(Finding.NUMBERS_UNORDERED, InstanceNumbers.order(stack) == InstanceNumbers.Order.MIXED);
        }
    }

    private SeriesQuality quality(Duplicates duplicates) {
        InstanceNumbers.Order order = stacks.isEmpty() ? null : InstanceNumbers.order(stacks.get(0));
        return new SeriesQuality(
                findings,
                all.size(),
                (int) all.stream().filter(Slice::isLocalizer).count(),
                stacks.size(),
                spacing(),
                order == null ? null : order.name(),
                stacks.stream().mapToInt(stack -> stack.spacing().gaps()).sum(),
                stacks.stream().mapToInt(stack -> stack.spacing().missing()).sum(),
                duplicates,
                stacks.stream().mapToInt(stack -> stack.spacing().crowded()).sum(),
                InstanceNumbers.leftOut(all),
                stacks.stream().mapToDouble(Stack::tilt).max().orElse(0),
                Range.of(slices, Slice::thickness));
    }

    /** Of the largest stack. */
    private Spacing spacing() {
        return stacks.isEmpty() || stacks.get(0).planes().size() < 2
                ? null
                : stacks.get(0).spacing();
    }

    private void add(Finding finding, boolean holds) {
        if (holds) {
            findings.add(finding);
        }
    }
}
