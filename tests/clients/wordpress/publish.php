<?php
// Publishes the posts that it is given as JSON, each with the rights of its user
// and so through the filters of WordPress; says where each is and what was stored.
require __DIR__ . '/wp-load.php';
$published = array();
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $post ) {
	wp_set_current_user( get_user_by( 'login', $post['user'] )->ID );
	$id = wp_insert_post(
		wp_slash(
			array(
				'post_title'   => $post['title'],
				'post_content' => $post['content'],
				'post_status'  => 'publish',
				'post_author'  => get_current_user_id(),
			)
		)
	);
	$published[] = array(
		'address' => get_permalink( $id ),
		'stored'  => get_post( $id )->post_content,
	);
}
echo json_encode( $published );
