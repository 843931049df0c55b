package io.github.cognitoee.emulator;

/**
 * The statement of a policy that decided.
 *
 * @param policyKind {@code identity-based policy} for one of the role, {@code session policy} for one of its session
 * @param policyName the name under which it is attached; that of an administrator is {@code AdministratorAccess}
 * @param index its place in the policy, from 0
 * @param sid its {@code Sid}; empty without one
 */
public record IamStatement(String policyKind, String policyName, int index, String sid) {

    /** Such as {@code statement 0 (OwnObjects) of OwnPictures}. */
    @Override
    public String toString() {
        return "statement " + index + (sid.isEmpty() ? "" : " (" + sid + ")") + " of " + policyName;
    }
}
