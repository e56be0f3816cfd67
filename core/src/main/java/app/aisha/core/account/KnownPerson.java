package app.aisha.core.account;

import java.util.Optional;

/**
 * A person as an admin sees them.
 *
 * @param username without @, as last seen; people change it and give it up
 */
public record KnownPerson(User user, Optional<String> username) {}
