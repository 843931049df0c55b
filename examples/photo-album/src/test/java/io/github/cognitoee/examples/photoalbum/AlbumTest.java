package io.github.cognitoee.examples.photoalbum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The album never shows a picture that is not there, whichever call fails. */
class AlbumTest {

    private static final AwsServiceException REFUSED =
            DynamoDbException.builder().message("refused").statusCode(400).build();
    private static final SdkClientException NO_ANSWER =
            SdkClientException.builder().message("no answer").build();

    private final FakeS3 s3 = new FakeS3();
    private final FakeDynamoDb dynamoDb = new FakeDynamoDb();
    private final Album album = new Album();

    @BeforeEach
    void assemble() {
        album.s3 = s3;
        album.identity = new IdentityOf("alice");
        album.catalogue = new Catalogue();
        album.catalogue.dynamoDb = dynamoDb;
    }

    @Test
    void whatIsAddedIsListed() {
        Photo added = album.add(picture());

        assertThat(listed()).containsExactly(added.id());
        assertThat(s3.keys()).containsExactly("alice/" + added.id() + ".gif");
    }

    @Test
    void aPictureThatCannotBeStoredHasNoEntry() {
        s3.failOnce("PutObject", NO_ANSWER);

        assertThatThrownBy(() -> album.add(picture())).isSameAs(NO_ANSWER);
        assertThat(dynamoDb.items()).isEmpty();
    }

    @Test
    void aPictureWhoseEntryIsRefusedIsTakenBack() {
        dynamoDb.failOnce("PutItem", REFUSED);

        assertThatThrownBy(() -> album.add(picture())).isSameAs(REFUSED);
        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void soIsAnEntryThatAnEarlierAttemptHadWritten() {
        dynamoDb.failOnceAfterwards("PutItem", REFUSED);

        assertThatThrownBy(() -> album.add(picture())).isSameAs(REFUSED);
        assertThat(dynamoDb.items()).isEmpty();
        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void thePictureStaysWhereItsEntryCannotBeTakenBack() {
        AwsServiceException refused =
                DynamoDbException.builder().message("refused").statusCode(400).build();
        dynamoDb.failOnceAfterwards("PutItem", refused);
        dynamoDb.failOnce("DeleteItem", NO_ANSWER);

        assertThatThrownBy(() -> album.add(picture())).isSameAs(refused).hasSuppressedException(NO_ANSWER);
        assertThat(s3.keys()).hasSize(1);
    }

    @Test
    void thePictureStaysWhereNobodyKnowsWhetherTheEntryWasWritten() {
        dynamoDb.failOnceAfterwards("PutItem", NO_ANSWER);

        assertThatThrownBy(() -> album.add(picture())).isSameAs(NO_ANSWER);
        assertThat(listed()).hasSize(1);
        assertThat(s3.keys()).hasSize(1);
    }

    @Test
    void whatIsDeletedIsGone() {
        Photo added = album.add(picture());

        assertThat(album.remove(added.id())).isTrue();
        assertThat(album.remove(added.id())).isFalse();
        assertThat(dynamoDb.items()).isEmpty();
        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void aPictureThatCannotBeDeletedIsHiddenUntilDeletingIsTriedAgain() {
        Photo added = album.add(picture());
        s3.failOnce("DeleteObject", NO_ANSWER);

        assertThatThrownBy(() -> album.remove(added.id())).isSameAs(NO_ANSWER);
        assertThat(listed()).isEmpty();
        assertThat(album.find(added.id())).isEmpty();

        assertThat(album.remove(added.id())).isTrue();
        assertThat(s3.keys()).isEmpty();
        assertThat(dynamoDb.items()).isEmpty();
    }

    @Test
    void anEntryThatOutlivesItsPictureIsHiddenUntilDeletingIsTriedAgain() {
        Photo added = album.add(picture());
        dynamoDb.failOnce("DeleteItem", NO_ANSWER);

        assertThatThrownBy(() -> album.remove(added.id())).isSameAs(NO_ANSWER);
        assertThat(listed()).isEmpty();

        assertThat(album.remove(added.id())).isTrue();
        assertThat(dynamoDb.items()).isEmpty();
    }

    @Test
    void aPictureThatCannotEvenBeHiddenIsWhereItWas() {
        Photo added = album.add(picture());
        dynamoDb.failOnce("UpdateItem", NO_ANSWER);

        assertThatThrownBy(() -> album.remove(added.id())).isSameAs(NO_ANSWER);
        assertThat(listed()).containsExactly(added.id());
        assertThat(s3.keys()).hasSize(1);
    }

    @Test
    void aPictureThatVanishedFromTheBucketIsNotFound() {
        Photo added = album.add(picture());
        s3.keys().clear();

        assertThat(album.open(added)).isEmpty();
    }

    @Test
    void anInventedPageIsRefused() {
        assertThatThrownBy(() -> album.list(Optional.of("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Send as \"after\" what a page said as \"next\".");
    }

    private Set<String> listed() {
        return album.list(Optional.empty()).photos().stream().map(Photo::id).collect(Collectors.toSet());
    }

    private static NewPhoto picture() {
        return new NewPhoto(ImageType.GIF, new byte[] {1}, Optional.empty(), Optional.empty(), "alice");
    }
}
