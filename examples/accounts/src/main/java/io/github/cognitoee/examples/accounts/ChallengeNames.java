package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.userpool.Challenge;

/** What each challenge is called in the API, and in the pages. */
final class ChallengeNames implements Challenge.Visitor<String> {

    @Override
    public String newPassword(Challenge.NewPassword challenge) {
        return "newPassword";
    }

    @Override
    public String sentCode(Challenge.SentCode challenge) {
        return "sentCode";
    }

    @Override
    public String authenticatorCode(Challenge.AuthenticatorCode challenge) {
        return "authenticatorCode";
    }

    @Override
    public String authenticatorSetUp(Challenge.AuthenticatorSetUp challenge) {
        return "authenticatorSetUp";
    }

    @Override
    public String secondFactorChoice(Challenge.SecondFactorChoice challenge) {
        return "secondFactorChoice";
    }

    @Override
    public String firstFactorChoice(Challenge.FirstFactorChoice challenge) {
        return "firstFactorChoice";
    }

    @Override
    public String password(Challenge.Password challenge) {
        return "password";
    }

    @Override
    public String passkey(Challenge.Passkey challenge) {
        return "passkey";
    }

    @Override
    public String custom(Challenge.Custom challenge) {
        return "custom";
    }
}
