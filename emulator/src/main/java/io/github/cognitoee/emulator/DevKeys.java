package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.UserPools.LivePool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rotates the keys of user pools. */
record DevKeys(UserPools pools) {

    private static final String POOL = "/dev/keys/{pool_id}";

    List<DevEndpoint> all() {
        return List.of(
                DevEndpoint.get(POOL, "the ids of a pool's published keys, the oldest first", this::show),
                change("publish-next", "publishes new keys beside the current ones", PoolKeys::publishNext),
                change("sign-with-next", "signs with the next keys from now on", PoolKeys::signWithNext),
                change("retire-old", "publishes no longer what signs no longer", PoolKeys::retireOld),
                change("rotate", "publishes new keys and signs with them at once", PoolKeys::rotate),
                DevEndpoint.post(
                        POOL + "/cache-control",
                        "the Cache-Control of the key set as given, an empty one for none",
                        this::cacheControl,
                        "value"));
    }

    private DevEndpoint change(String name, String purpose, Consumer<PoolKeys> change) {
        return DevEndpoint.post(POOL + "/" + name, purpose, request -> {
            LivePool pool = pool(request);
            try {
                change.accept(pool.keys());
            } catch (IllegalStateException e) {
                throw DevRefusal.conflict(String.valueOf(e.getMessage()));
            }
            return described(pool);
        });
    }

    private Map<String, Object> cacheControl(DevRequest request) {
        LivePool pool = pool(request);
        String value = request.required("value");
        if (!value.matches("[\\x20-\\x7e]*")) {
            throw DevRequest.wrong("value", value, "visible ASCII");
        }
        if (value.isEmpty()) {
            pool.keys().noCacheControl();
        } else {
            pool.keys().cacheControl(value);
        }
        return described(pool);
    }

    private Map<String, Object> show(DevRequest request) {
        return described(pool(request));
    }

    private LivePool pool(DevRequest request) {
        String id = request.inPath("pool_id");
        return pools.find(id).orElseThrow(() -> DevRefusal.notFound("the emulator has no such user pool: " + id));
    }

    private static Map<String, Object> described(LivePool pool) {
        SigningKeys signing = pool.keys().signing();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("published", pool.keys().publishedIds());
        body.put(
                "signing",
                List.of(
                        signing.idTokenKey().getKeyID(),
                        signing.accessTokenKey().getKeyID()));
        body.put("cache_control", pool.keys().cacheControl().orElse(""));
        return body;
    }
}
