package io.lidc.store.jdbc;

/** Who signs in to a database. Neither part is null; both are empty where none are needed. */
public record Credentials(String user, String password) {

    /** For a database that asks for none, or that asks the operating system. */
    public static final Credentials NONE = new Credentials("", "");

    /** What is set here, and where something is not, what the other has. */
    Credentials or(Credentials other) {
        return new Credentials(user.isEmpty() ? other.user : user, password.isEmpty() ? other.password : password);
    }

    /** Without the password: credentials may stand in a log by accident. */
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
