package io.github.cognitoee.examples.photoalbum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The gallery never shows a picture that is not there, and no public copy is forgotten, whichever call fails. */
class PublicationsTest {

    private static final SdkClientException NO_ANSWER =
            SdkClientException.builder().message("no answer").build();
    private static final String NAME = "SET gallery = :coming, publication = :copy";
    private static final String SHOW = "SET gallery = :public";
    private static final String UNSHOW = "SET gallery = :going";
    private static final String FORGET = "REMOVE gallery, publication";

    private final FakeS3 s3 = new FakeS3();
    private final FakeDynamoDb dynamoDb = new FakeDynamoDb();
    private final Album album = new Album();
    private final Publications publications = new Publications();
    private final Gallery gallery = new Gallery();
    private Photo photo;

    @BeforeEach
    void assemble() {
        Catalogue catalogue = new Catalogue();
        catalogue.dynamoDb = dynamoDb;
        album.catalogue = publications.catalogue = catalogue;
        album.s3 = publications.s3 = gallery.s3 = s3;
        publications.dynamoDb = gallery.dynamoDb = dynamoDb;
        album.identity = publications.identity = new IdentityOf("alice");
        photo = album.add(new NewPhoto(
                ImageType.GIF, new byte[] {1}, Optional.empty(), Optional.of(new Title("Dunes")), "alice"));
    }

    @AfterEach
    void nothingIsShownThatIsNotThere() {
        assertThat(s3.keys())
                .containsAll(shown().stream().map(PublicationsTest::key).toList());
    }

    @AfterEach
    void noCopyIsThereThatNoEntryKnows() {
        List<String> known = dynamoDb.items().stream()
                .filter(item -> item.containsKey("publication"))
                .map(item -> "public/alice/" + item.get("publication").s() + ".gif")
                .toList();
        assertThat(known).containsAll(copies());
    }

    @Test
    void whatIsPublishedIsShownToEverybodyAndItsOwnerSeesThatItIs() {
        Photo published = publications.publish(photo.id()).orElseThrow();

        assertThat(shown()).singleElement().satisfies(seen -> {
            assertThat(seen.id()).isEqualTo(published.publication()).isNotEqualTo(photo.id());
            assertThat(seen.title()).isEqualTo("Dunes");
            assertThat(seen.contentType()).isEqualTo("image/gif");
            assertThat(seen.size()).isOne();
        });
        assertThat(album.find(photo.id())).contains(published);
        assertThat(copies()).containsExactly("public/alice/" + published.publication() + ".gif");
    }

    @Test
    void publishingTwiceIsPublishingOnce() {
        Optional<Photo> published = publications.publish(photo.id());

        assertThat(publications.publish(photo.id())).isEqualTo(published);
        assertThat(copies()).hasSize(1);
    }

    @Test
    void whatIsWithdrawnIsGoneFromTheGalleryAndStaysInTheAlbum() {
        publications.publish(photo.id());

        assertThat(publications.withdraw(photo.id())).isTrue();

        assertThat(shown()).isEmpty();
        assertThat(copies()).isEmpty();
        assertThat(album.find(photo.id())).contains(photo);
        assertThat(s3.keys()).containsExactly("alice/" + photo.id() + ".gif");
    }

    @Test
    void aPictureThatIsNotPublicMayBeWithdrawnAllTheSame() {
        assertThat(publications.withdraw(photo.id())).isTrue();
        assertThat(album.find(photo.id())).contains(photo);
    }

    @Test
    void anotherPublicationOfThePictureHasAnotherId() {
        String first = publications.publish(photo.id()).orElseThrow().publication();
        publications.withdraw(photo.id());

        String second = publications.publish(photo.id()).orElseThrow().publication();

        assertThat(second).isNotEqualTo(first);
        assertThat(gallery.find(first)).isEmpty();
        assertThat(gallery.find(second)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000-0000-7000-8000-000000000000"})
    void thereIsNothingToPublishOrWithdrawOfAPictureThatIsNotTheCallers(String id) {
        assertThat(publications.publish(id)).isEmpty();
        assertThat(publications.withdraw(id)).isFalse();
        assertThat(publications.withdrawAnybodys(id)).isFalse();
        assertThat(copies()).isEmpty();
    }

    @Test
    void anotherCallerDoesNotHaveThePicture() {
        publications.identity = new IdentityOf("bob");

        assertThat(publications.publish(photo.id())).isEmpty();
        assertThat(copies()).isEmpty();
    }

    @Test
    void whoMayWithdrawAnybodysKnowsThePictureByItsIdInTheGallery() {
        String publication = publications.publish(photo.id()).orElseThrow().publication();
        publications.identity = new IdentityOf("root");

        assertThat(publications.withdrawAnybodys(photo.id())).isFalse();
        assertThat(publications.withdrawAnybodys(publication)).isTrue();

        assertThat(shown()).isEmpty();
        assertThat(copies()).isEmpty();
        assertThat(publications.withdrawAnybodys(publication)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {NAME, "CopyObject", SHOW})
    void aPublicationThatFailsShowsNothingAndCanBeAskedForAgain(String call) {
        failOnce(call);

        assertThatThrownBy(() -> publications.publish(photo.id())).isSameAs(NO_ANSWER);
        assertThat(shown()).isEmpty();
        assertThat(album.find(photo.id())).contains(photo);

        assertThat(publications.publish(photo.id()).orElseThrow().publication()).isNotNull();
        assertThat(shown()).hasSize(1);
        assertThat(copies()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {NAME, "CopyObject", SHOW})
    void orItIsWithdrawn(String call) {
        failOnce(call);
        assertThatThrownBy(() -> publications.publish(photo.id())).isSameAs(NO_ANSWER);

        assertThat(publications.withdraw(photo.id())).isTrue();

        assertThat(copies()).isEmpty();
        assertThat(dynamoDb.items()).singleElement().satisfies(item -> assertThat(item)
                .doesNotContainKeys("gallery", "publication"));
    }

    @Test
    void aPublicationThatTookEffectUnansweredIsOne() {
        dynamoDb.failOnceAfterwards(SHOW, NO_ANSWER);
        assertThatThrownBy(() -> publications.publish(photo.id())).isSameAs(NO_ANSWER);

        assertThat(shown()).hasSize(1);
        assertThat(publications.publish(photo.id()).orElseThrow().publication())
                .isEqualTo(shown().get(0).id());
    }

    @Test
    void aWithdrawalThatCannotEvenBeginLeavesThePictureWhereItWas() {
        publications.publish(photo.id());
        failOnce(UNSHOW);

        assertThatThrownBy(() -> publications.withdraw(photo.id())).isSameAs(NO_ANSWER);

        assertThat(shown()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DeleteObject", FORGET})
    void aWithdrawalThatFailsShowsNothingAndCanBeAskedForAgain(String call) {
        publications.publish(photo.id());
        failOnce(call);

        assertThatThrownBy(() -> publications.withdraw(photo.id())).isSameAs(NO_ANSWER);
        assertThat(shown()).isEmpty();

        assertThat(publications.withdraw(photo.id())).isTrue();
        assertThat(copies()).isEmpty();
        assertThat(album.find(photo.id())).contains(photo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DeleteObject", FORGET})
    void soCanThatOfAnotherOwnersPicture(String call) {
        String publication = publications.publish(photo.id()).orElseThrow().publication();
        publications.identity = new IdentityOf("root");
        failOnce(call);

        assertThatThrownBy(() -> publications.withdrawAnybodys(publication)).isSameAs(NO_ANSWER);
        assertThat(publications.withdrawAnybodys(publication)).isTrue();

        assertThat(copies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DeleteObject", FORGET})
    void orThePictureIsPublishedAnew(String call) {
        publications.publish(photo.id());
        failOnce(call);
        assertThatThrownBy(() -> publications.withdraw(photo.id())).isSameAs(NO_ANSWER);

        publications.publish(photo.id());

        assertThat(shown()).hasSize(1);
        assertThat(copies()).hasSize(1);
    }

    @Test
    void aPictureThatIsDeletedIsInTheGalleryNoMore() {
        publications.publish(photo.id());

        assertThat(album.remove(photo.id())).isTrue();

        assertThat(shown()).isEmpty();
        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void norIsOneWhoseDeletionFailed() {
        publications.publish(photo.id());
        failOnce("DeleteObject");

        assertThatThrownBy(() -> album.remove(photo.id())).isSameAs(NO_ANSWER);
        assertThat(shown()).isEmpty();

        assertThat(album.remove(photo.id())).isTrue();
        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void whoDeletesAPictureWhileItIsPublishedHasThePublicationFail() {
        s3.before("CopyObject", () -> album.remove(photo.id()));

        assertThatThrownBy(() -> publications.publish(photo.id())).isInstanceOf(ConditionalCheckFailedException.class);

        assertThat(copies()).isEmpty();
    }

    @Test
    void soDoesWhoWithdrawsIt() {
        s3.before("CopyObject", () -> publications.withdraw(photo.id()));

        assertThatThrownBy(() -> publications.publish(photo.id())).isInstanceOf(ConditionalCheckFailedException.class);

        assertThat(shown()).isEmpty();
        assertThat(copies()).isEmpty();
    }

    private void failOnce(String call) {
        if (call.endsWith("Object")) {
            s3.failOnce(call, NO_ANSWER);
        } else {
            dynamoDb.failOnce(call, NO_ANSWER);
        }
    }

    private List<GalleryPhoto> shown() {
        return gallery.list(Optional.empty(), Instant.now()).photos();
    }

    private List<String> copies() {
        return s3.keys().stream().filter(key -> key.startsWith("public/")).toList();
    }

    private static String key(GalleryPhoto shown) {
        return "public/alice/" + shown.id() + ".gif";
    }
}
